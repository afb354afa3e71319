package org.throughcare.participant.reports.hud.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.policy.CaseManagementMeasure;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.Quarter;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.participant.reports.hud.HudQuarter;
import org.throughcare.participant.reports.hud.HudSources;
import org.throughcare.participant.reports.hud.ImportingARoster;
import org.throughcare.participant.reports.hud.ResidentRoster;
import org.throughcare.participant.reports.web.Answering;
import org.throughcare.participant.reports.web.VisibleSites;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

/**
 * The roster of original assisted residents and the quarterly measure taken from it (H2, HUD training, data dictionary). Quarters are
 * calendar quarters, days are days at the site.
 */
@RestController
class HudController {

    private static final int MOST = 20_000;
    private static final String WHAT = "roster of residents";

    private final ImportingARoster importing;
    private final Aggregates<ResidentRoster> rosters;
    private final HudSources sources;
    private final PoliciesInForce policies;
    private final BusinessClock clock;
    private final VisibleSites visible;

    HudController(
            ImportingARoster importing,
            Aggregates<ResidentRoster> rosters,
            HudSources sources,
            ReportSources sites,
            PoliciesInForce policies,
            BusinessClock clock) {
        this.importing = importing;
        this.rosters = rosters;
        this.sources = sources;
        this.policies = policies;
        this.clock = clock;
        this.visible = new VisibleSites(sites);
    }

    /**
     * @param id the housing authority's
     * @param participant none for somebody who is not linked to one
     */
    record ResidentRequest(
            @NotBlank @Size(max = 100) String id, @Nullable UUID participant) {}

    /** @param on the day for which the list holds, today or before */
    record RosterRequest(
            @NotNull UUID site,
            @NotNull LocalDate on,
            @NotEmpty @Size(max = MOST) List<@Valid ResidentRequest> residents) {}

    /** Imports a list as a whole. To put another in its place, say which revision is meant (428). 409 for a second one of a day. */
    @PutMapping("/resident-rosters/{id}")
    ResponseEntity<Object> take(
            @PathVariable UUID id, @Valid @RequestBody RosterRequest asked, Command command, Caller caller) {
        mayKeep(caller, asked.site().toString());
        return Answers.of(
                importing.take(
                        command,
                        new ResidentRoster(
                                id.toString(),
                                asked.site().toString(),
                                asked.on(),
                                asked.residents().stream()
                                        .map(r -> new ResidentRoster.Resident(
                                                r.id(),
                                                r.participant() == null
                                                        ? null
                                                        : r.participant().toString()))
                                        .toList())),
                WHAT,
                Stored::state);
    }

    /** A roster of original assisted residents, as it was taken (H2). */
    @GetMapping("/resident-rosters/{id}")
    ResponseEntity<Object> roster(@PathVariable UUID id, Caller caller) {
        mayKeep(caller, null);
        Stored<ResidentRoster> stored =
                rosters.find(id.toString()).orElseThrow(() -> ProblemException.notFound(WHAT, id.toString()));
        mayKeep(caller, stored.state().site());
        return Answers.found(stored, Stored::state);
    }

    /**
     * Who of the original assisted residents was in case management in a quarter, each with the reason. JSON with the totals, or the
     * rows as CSV. 404 while the site has no roster of a day up to the quarter's end, 422 for a quarter that has not begun.
     *
     * @param quarter as {@code 2026-Q2}; the current one at the site when it is not given
     */
    @GetMapping("/reports/hud-quarter")
    ResponseEntity<Object> measure(
            @RequestParam UUID site,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        Known.Site at = visible.of(caller, site).getFirst();
        LocalDate today = clock.today(at.zone());
        Quarter of = quarter == null
                ? Quarter.of(today)
                : Quarter.parse(quarter)
                        .orElseThrow(() ->
                                ProblemException.invalid("quarter", "format", "A quarter is written as 2026-Q2."));
        if (of.firstDay().isAfter(today)) {
            throw ProblemException.invalid("quarter", "H2", "This quarter has not begun.");
        }
        ResidentRoster roster = sources.rosterOf(at.id(), of.lastDay())
                .orElseThrow(() -> ProblemException.notFound(WHAT, "of a day up to " + of.lastDay()));
        CaseManagementMeasure policy = policy(at, today.isBefore(of.lastDay()) ? today : of.lastDay());
        HudQuarter.Measure measure = new HudQuarter(of, today, policy)
                .of(
                        at,
                        roster,
                        sources.residents(
                                roster.residents().stream()
                                        .map(ResidentRoster.Resident::participant)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()),
                                roster.residents().stream()
                                        .map(ResidentRoster.Resident::id)
                                        .collect(Collectors.toSet()),
                                policy.faceToFaceMethods().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.toSet())));
        return Answering.wantsCsv(accept)
                ? Answering.csv("hud-" + of, HudQuarter.Row.class, List.of(measure.rows()))
                : ResponseEntity.ok(measure);
    }

    private CaseManagementMeasure policy(Known.Site site, LocalDate on) {
        String programme = site.programme();
        return policies.on(
                        programme == null ? Programme.HUD_CHOICE : Programme.valueOf(programme),
                        UUID.fromString(site.id()),
                        on)
                .values()
                .caseManagement();
    }

    /** @param site null before it is known which */
    private static void mayKeep(Caller caller, @Nullable String site) {
        boolean all = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
        if (!all && !caller.is(Role.SUPERVISOR)) {
            throw ProblemException.forbidden("Rosters of residents are for supervisors and administrators.");
        }
        if (!all && site != null && !caller.sites().contains(site)) {
            throw ProblemException.forbidden("You do not work at this site.");
        }
    }
}
