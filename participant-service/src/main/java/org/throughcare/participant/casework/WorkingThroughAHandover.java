package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/** An item of a handover's list is done (L7). */
public final class WorkingThroughAHandover {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public WorkingThroughAHandover(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> tick(Command command, UUID participant, Handover.Item item) {
        String by = Scope.current().actor().toString();
        return cases.change(command, participant.toString(), of -> CaseTeamwork.tick(of, item, clock.now(), by));
    }
}
