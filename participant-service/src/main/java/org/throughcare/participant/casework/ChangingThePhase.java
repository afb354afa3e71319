package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/** A case goes on to another phase, or back (H1). */
public final class ChangingThePhase {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public ChangingThePhase(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> change(Command command, UUID participant, Phase to) {
        String by = Scope.current().actor().toString();
        return cases.change(command, participant.toString(), of -> of.moveTo(to, clock.now(), by));
    }
}
