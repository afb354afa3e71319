package org.throughcare.participant.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** A participant goes on at another site; custody, case and enrolment follow, and nothing is asked twice (N15). */
public final class MovingToAnotherSite {

    private final Aggregates<Participant> participants;
    private final Aggregates<Site> sites;

    public MovingToAnotherSite(Aggregates<Participant> participants, Aggregates<Site> sites) {
        this.participants = participants;
        this.sites = sites;
    }

    public Result<Participant> move(Command command, UUID participant, UUID to) {
        @Nullable Site there = sites.find(to.toString()).map(Stored::state).orElse(null);
        return there == null
                ? new Result.Refused<>(Refusal.invalid("N15", "site", "There is no such site."))
                : participants.change(command, participant.toString(), p -> p.moveTo(to, there.zone()));
    }
}
