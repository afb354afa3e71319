package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff open a handover ahead of a release (L7). */
public final class OpeningAHandover {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public OpeningAHandover(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> open(Command command, UUID participant, UUID id, @Nullable UUID to, @Nullable LocalDate dueOn) {
        return cases.change(
                command, participant.toString(), of -> CaseTeamwork.openHandover(of, id, to, dueOn, clock.now()));
    }
}
