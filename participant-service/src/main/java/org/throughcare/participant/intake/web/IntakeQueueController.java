package org.throughcare.participant.intake.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.intake.IntakeQueue;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;

@RestController
class IntakeQueueController {

    private static final int MOST = 200;

    private final IntakeQueue queue;
    private final Aggregates<Site> sites;

    IntakeQueueController(IntakeQueue queue, Aggregates<Site> sites) {
        this.queue = queue;
        this.sites = sites;
    }

    /**
     * Who was taken in at the site and waits for a case or for the decision about enrolment: veterans and foster youth first,
     * then by the day of intake at the site, each with the reason for their place (Y1). For the site's staff, administrators and
     * the suite itself; 404 when there is no such site.
     *
     * @param waitingFor only those who wait for this
     * @param limit 1 to 200
     */
    @GetMapping("/sites/{site}/intake-queue")
    IntakeQueue.Page waiting(
            @PathVariable UUID site,
            @RequestParam(required = false) IntakeQueue.@Nullable Waiting waitingFor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (caller.is(Role.PARTNER_STAFF, Role.MONITOR)) {
            throw ProblemException.forbidden("The intake queue is for the site's staff.");
        }
        boolean all = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
        if (!all && !caller.sites().contains(site.toString())) {
            throw ProblemException.forbidden("This is not one of your sites.");
        }
        if (sites.find(site.toString()).isEmpty()) {
            throw ProblemException.notFound("site", site.toString());
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "range", "A page has 1 to " + MOST + " participants.");
        }
        try {
            return queue.at(site, waitingFor, limit, cursor);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid("cursor", "format", "This cursor was not given by an earlier page.");
        }
    }
}
