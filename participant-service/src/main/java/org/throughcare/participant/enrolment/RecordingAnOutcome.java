package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff saw an outcome that the record cannot know of itself (H9). */
public final class RecordingAnOutcome {

    /**
     * See {@link Outcome}.
     *
     * @param on null for today
     */
    public record Seen(
            String id,
            String participant,
            Outcome.Measure measure,
            @Nullable LocalDate on,
            @Nullable String evidence,
            @Nullable String note,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final BusinessClock clock;

    public RecordingAnOutcome(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    public Result<Enrolment> record(Command command, Seen o) {
        return enrolments.change(command, o.participant(), enrolment -> {
            LocalDate today = enrolment.day(clock.now());
            LocalDate on = o.on() == null ? today : o.on();
            return enrolment.reach(new Outcome(o.id(), o.measure(), on, o.evidence(), o.note(), today, o.by()), today);
        });
    }
}
