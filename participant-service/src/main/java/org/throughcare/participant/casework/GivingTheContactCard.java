package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A participant still inside is told how to reach the staff outside (L15). */
public final class GivingTheContactCard {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public GivingTheContactCard(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> give(Command command, UUID participant, LocalDate on) {
        return cases.change(command, participant.toString(), of -> of.giveContactCard(on, clock.now()));
    }
}
