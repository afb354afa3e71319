package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * An outcome that staff saw and the record cannot know (H9).
 *
 * @param on the day at the site on which it was reached
 * @param evidence what shows it: a certificate's number, an award letter, an observation
 * @param note the note that tells of it
 */
public record Outcome(
        String id,
        Measure measure,
        LocalDate on,
        @Nullable String evidence,
        @Nullable String note,
        LocalDate recordedOn,
        String by) {

    /** How far away an outcome lies. */
    public enum Horizon {
        IMMEDIATE,
        INTERMEDIATE,
        FINAL
    }

    /** What is looked at on each horizon. */
    public enum Measure {
        REFERRALS_MADE(Horizon.IMMEDIATE),
        LIFE_SKILLS(Horizon.IMMEDIATE),
        PROBLEM_SOLVING(Horizon.IMMEDIATE),
        FEWER_CRISES(Horizon.IMMEDIATE),
        PROGRAMME_COMPLETED(Horizon.INTERMEDIATE),
        CREDENTIAL(Horizon.INTERMEDIATE),
        JOB_WITH_BENEFITS(Horizon.INTERMEDIATE),
        SELF_EMPLOYMENT(Horizon.INTERMEDIATE),
        WAGE_AT_FLOOR(Horizon.INTERMEDIATE),
        LESS_ASSISTANCE(Horizon.INTERMEDIATE),
        FAMILY_SELF_SUFFICIENT(Horizon.FINAL);

        private final Horizon horizon;

        Measure(Horizon horizon) {
            this.horizon = horizon;
        }

        public Horizon horizon() {
            return horizon;
        }

        /** The placement says it, so nobody types it in. */
        boolean followsFromPlacements() {
            return this == JOB_WITH_BENEFITS || this == WAGE_AT_FLOOR;
        }
    }

    Optional<Refusal> check(Enrolment enrolment, LocalDate today) {
        Period period = enrolment.period();
        if (period.programmes().isEmpty()) {
            return Optional.of(
                    Refusal.conflict("H9", "The participant is in no programme yet.", "enrol in the programme"));
        }
        if (period.outcomes().stream().anyMatch(o -> o.id().equals(id))) {
            return Optional.of(Refusal.conflict("outcome-known", "This outcome is on record already."));
        }
        if (measure.followsFromPlacements()) {
            return Optional.of(
                    Refusal.conflict("H9", measure + " follows from the job on record.", "record a placement"));
        }
        LocalDate first = period.programmes().getFirst().from();
        if (on.isAfter(today) || on.isBefore(first)) {
            return Optional.of(Refusal.invalid(
                    "H9", "on", "An outcome is reached between the enrolment, " + first + ", and today."));
        }
        return isBlank(evidence) && isBlank(note)
                ? Optional.of(Refusal.invalid("H9", "evidence", "An outcome needs its evidence or a note."))
                : Optional.empty();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
