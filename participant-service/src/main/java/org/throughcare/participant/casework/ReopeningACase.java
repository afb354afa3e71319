package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A closed case is taken up again. */
public final class ReopeningACase {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public ReopeningACase(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> reopen(Command command, UUID participant) {
        return cases.change(command, participant.toString(), of -> of.reopen(clock.now()));
    }
}
