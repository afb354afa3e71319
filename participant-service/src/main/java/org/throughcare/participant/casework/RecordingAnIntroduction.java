package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Someone from outside and a participant still inside got to know each other (L18). */
public final class RecordingAnIntroduction {

    private final Aggregates<Case> cases;
    private final TakingAPlace working;
    private final BusinessClock clock;

    public RecordingAnIntroduction(Aggregates<Case> cases, TakingAPlace working, BusinessClock clock) {
        this.cases = cases;
        this.working = working;
        this.clock = clock;
    }

    public Result<Case> record(Command command, UUID participant, Introduction introduction) {
        return cases.change(
                command,
                participant.toString(),
                of -> working.working(introduction.staff()) == null
                        ? Decision.refuse(Refusal.invalid("L18", "staff", "There is no such staff member at work."))
                        : of.introduce(introduction, clock.now()));
    }
}
