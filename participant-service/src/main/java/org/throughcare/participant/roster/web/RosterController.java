package org.throughcare.participant.roster.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.identity.CaseNumber;
import org.throughcare.participant.identity.PersonName;
import org.throughcare.participant.roster.Roster;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

@RestController
class RosterController {

    private static final int MOST = 200;

    private final Roster roster;

    RosterController(Roster roster) {
        this.roster = roster;
    }

    /**
     * Participants of the caller's sites, or of one of them, by name (L10).
     *
     * @param q the beginning of a name, or a case number
     * @param limit 1 to 200
     * @param cursor of an earlier page
     */
    @GetMapping("/participants")
    Roster.Page participants(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable Population population,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "range", "A page has 1 to " + MOST + " participants.");
        }
        try {
            return roster.page(
                    new Roster.Asked(visible(caller, site), population, q == null ? null : prefix(q), limit, cursor));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid("cursor", "format", "This cursor was not given by an earlier page.");
        }
    }

    /** People see their own sites, administrators and the suite itself all of them. */
    private static Set<String> visible(Caller caller, @Nullable UUID site) {
        if (caller.is(Role.PARTNER_STAFF, Role.MONITOR)) {
            throw ProblemException.forbidden("The list of participants is for staff.");
        }
        boolean all = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
        if (site == null) {
            if (!all && caller.sites().isEmpty()) {
                throw ProblemException.forbidden("You work at no site.");
            }
            return all ? Set.of() : caller.sites();
        }
        if (!all && !caller.sites().contains(site.toString())) {
            throw ProblemException.forbidden("This is not one of your sites.");
        }
        return Set.of(site.toString());
    }

    private static String prefix(String typed) {
        return CaseNumber.parse(typed)
                .map(number -> PersonName.folded(number.value().replace("-", "")))
                .orElseGet(() -> PersonName.folded(typed));
    }
}
