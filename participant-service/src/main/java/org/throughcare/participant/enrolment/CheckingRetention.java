package org.throughcare.participant.enrolment;

import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A look at whether a job lasts (C3). */
public final class CheckingRetention {

    private final Aggregates<Enrolment> enrolments;
    private final BusinessClock clock;

    public CheckingRetention(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    public Result<Enrolment> check(Command command, String participant, String placement, Placement.Retention check) {
        return enrolments.change(
                command,
                participant,
                enrolment -> enrolment.period().placements().stream()
                        .filter(p -> p.id().equals(placement))
                        .findFirst()
                        .map(p -> enrolment.checkRetention(p, check, enrolment.day(clock.now())))
                        .orElseGet(() -> Decision.refuse(
                                Refusal.conflict("placement-unknown", "This participation has no such placement."))));
    }
}
