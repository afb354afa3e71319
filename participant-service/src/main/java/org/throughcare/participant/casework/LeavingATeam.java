package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Someone no longer works on a case; the primary worker cannot (C6). */
public final class LeavingATeam {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public LeavingATeam(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> leave(Command command, UUID participant, UUID staff) {
        return cases.change(command, participant.toString(), of -> CaseTeamwork.leave(of, staff, clock.now()));
    }
}
