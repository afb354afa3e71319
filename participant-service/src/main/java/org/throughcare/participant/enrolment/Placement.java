package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A job that was found (C3).
 *
 * @param startedOn first day of employment, from which the adult follow-up clock runs (N8)
 * @param onet occupation code, if known
 */
public record Placement(
        String id,
        String employer,
        String jobTitle,
        LocalDate startedOn,
        Pay pay,
        boolean benefits,
        @Nullable String onet,
        SelfSufficiencyStandard.Comparison selfSufficiency,
        List<Retention> retention,
        LocalDate recordedOn,
        String by) {

    /** A look at whether the job lasts. */
    public record Retention(
            String id,
            LocalDate on,
            boolean employed,
            boolean sameEmployer,
            @Nullable Pay pay,
            String by) {

        Optional<Refusal> check(Placement of, LocalDate today) {
            return on.isAfter(today) || on.isBefore(of.startedOn())
                    ? Optional.of(Refusal.invalid(
                            "C3", "on", "Retention is checked between the first day of work and today."))
                    : Optional.empty();
        }
    }

    public Placement {
        retention = List.copyOf(retention);
    }

    Optional<Refusal> check(Period period, LocalDate today) {
        if (startedOn.isAfter(today)) {
            return Optional.of(Refusal.invalid("C3", "startedOn", "A placement counts from its first day of work on."));
        }
        return period.startedOn() == null
                ? Optional.of(
                        Refusal.conflict("C3", "There is no participation yet.", "record the first qualifying service"))
                : Optional.empty();
    }

    Placement checked(Retention check) {
        List<Retention> all = new ArrayList<>(retention);
        all.add(check);
        return new Placement(
                id, employer, jobTitle, startedOn, pay, benefits, onet, selfSufficiency, all, recordedOn, by);
    }
}
