package org.throughcare.participant.casework;

import java.util.List;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff close a case. The year's end alone closes nothing, and nothing is closed while a duty in it is open (L1). */
public final class ClosingACase {

    private final Aggregates<Case> cases;
    private final OpenDuties duties;
    private final BusinessClock clock;

    public ClosingACase(Aggregates<Case> cases, OpenDuties duties, BusinessClock clock) {
        this.cases = cases;
        this.duties = duties;
        this.clock = clock;
    }

    public Result<Case> close(Command command, UUID participant) {
        List<String> open = duties.of(participant);
        return cases.change(command, participant.toString(), of -> of.close(open, clock.now()));
    }
}
