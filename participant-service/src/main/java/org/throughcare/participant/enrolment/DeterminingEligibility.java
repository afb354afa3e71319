package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Eligibility comes before the decision to enrol (Y2). Opens the participant's enrolment. */
public final class DeterminingEligibility {

    /** @param on null for today */
    public record Determination(
            String id,
            String participant,
            Programme programme,
            boolean eligible,
            @Nullable LocalDate on,
            String grounds,
            Eligibility.@Nullable AtEntry atEntry,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final Residences residences;
    private final BusinessClock clock;

    public DeterminingEligibility(Aggregates<Enrolment> enrolments, Residences residences, BusinessClock clock) {
        this.enrolments = enrolments;
        this.residences = residences;
        this.clock = clock;
    }

    public Result<Enrolment> determine(Command command, Determination d) {
        Optional<Residences.Residence> home = residences.of(d.participant());
        if (home.isEmpty()) {
            return new Result.Missing<>();
        }
        return enrolments.createOrChange(command, d.participant(), known -> {
            Enrolment enrolment = known.orElseGet(() -> Enrolment.empty(
                    d.participant(), home.get().site(), home.get().zone()));
            LocalDate today = enrolment.day(clock.now());
            LocalDate on = d.on() == null ? today : d.on();
            if (on.isAfter(today)) {
                return Decision.refuse(Refusal.invalid("Y2", "on", "This day lies in the future."));
            }
            return enrolment.determineEligibility(
                    new Eligibility(d.id(), d.programme(), d.eligible(), on, d.grounds(), d.atEntry(), d.by()));
        });
    }
}
