package org.throughcare.participant.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A need came to an outcome (L6). */
public final class SettlingANeed {

    /** @param on null for today */
    public record Outcome(
            String id,
            String participant,
            AssessmentPart.Area area,
            NeedOutcome.Result result,
            @Nullable LocalDate on,
            String how,
            String by) {}

    private final Aggregates<Assessment> assessments;
    private final BusinessClock clock;

    public SettlingANeed(Aggregates<Assessment> assessments, BusinessClock clock) {
        this.assessments = assessments;
        this.clock = clock;
    }

    public Result<Assessment> settle(Command command, Outcome o) {
        return assessments.change(command, o.participant(), assessment -> {
            LocalDate today = clock.today(assessment.zone());
            NeedOutcome outcome = new NeedOutcome(
                    o.id(),
                    o.area(),
                    o.result(),
                    o.on() == null ? today : o.on(),
                    o.how(),
                    o.by(),
                    assessment.parts().size());
            return assessment.settle(outcome, today);
        });
    }
}
