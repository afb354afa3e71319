package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A spanning service really ended. */
public final class EndingAService {

    private final Aggregates<Enrolment> enrolments;
    private final BusinessClock clock;

    public EndingAService(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    public Result<Enrolment> end(Command command, String participant, String service, LocalDate on) {
        return enrolments.change(
                command,
                participant,
                enrolment -> enrolment
                        .period()
                        .service(service)
                        .map(s -> enrolment.endService(s, on, enrolment.day(clock.now())))
                        .orElseGet(() -> Decision.refuse(
                                Refusal.conflict("service-unknown", "This participation has no such service."))));
    }
}
