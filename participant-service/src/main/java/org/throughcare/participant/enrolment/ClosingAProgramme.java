package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Closing one programme, which does not end the participation (Y5). */
public final class ClosingAProgramme {

    private final Aggregates<Enrolment> enrolments;
    private final BusinessClock clock;

    public ClosingAProgramme(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** @param on null for today */
    public Result<Enrolment> close(Command command, String participant, Programme programme, @Nullable LocalDate on) {
        return enrolments.change(
                command,
                participant,
                enrolment -> enrolment
                        .period()
                        .in(programme)
                        .map(p -> close(enrolment, p, on))
                        .orElseGet(() -> Decision.refuse(
                                Refusal.conflict("Y5", "The participant is not enrolled in " + programme + "."))));
    }

    private Decision<Enrolment> close(Enrolment enrolment, ProgrammeEnrolment programme, @Nullable LocalDate on) {
        LocalDate today = enrolment.day(clock.now());
        return on != null && on.isAfter(today)
                ? Decision.refuse(Refusal.invalid("Y5", "on", "This day lies in the future."))
                : enrolment.closeProgramme(programme, on == null ? today : on);
    }
}
