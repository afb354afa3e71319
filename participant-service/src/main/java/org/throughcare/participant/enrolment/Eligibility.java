package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * Whether a person may be enrolled, which comes before the decision to enrol (Y2).
 *
 * @param atEntry what the federal record wants to know of the day of entry
 */
public record Eligibility(
        String id,
        Programme programme,
        boolean eligible,
        LocalDate on,
        String grounds,
        @Nullable AtEntry atEntry,
        String by) {

    /**
     * Does the last word on this programme by the day on which it would begin say so?
     *
     * @param all in the order in which they were determined
     * @param exitOn of the participation before, which wants a determination of its own after it; null when there was none
     */
    static boolean stands(List<Eligibility> all, ProgrammeEnrolment wanted, @Nullable LocalDate exitOn) {
        return all.stream()
                .filter(e -> e.programme() == wanted.programme())
                .filter(e -> !e.on().isAfter(wanted.from()))
                .filter(e -> exitOn == null || e.on().isAfter(exitOn))
                .reduce((a, b) -> b)
                .map(Eligibility::eligible)
                .orElse(false);
    }

    /** In the codes of the federal record: 1 yes, 0 no, 9 not said, unless the schema says otherwise. */
    public record AtEntry(
            int employmentStatus, int educationLevel, int veteran, int disability, List<Barrier> barriers) {

        public AtEntry {
            barriers = List.copyOf(barriers);
        }
    }

    /** Barriers to employment at programme entry. */
    public enum Barrier {
        FOSTER_CARE_YOUTH,
        PREGNANT_OR_PARENTING_YOUTH,
        HOMELESS,
        EX_OFFENDER,
        LOW_INCOME,
        ENGLISH_LEARNER,
        BASIC_SKILLS_DEFICIENT,
        CULTURAL,
        SINGLE_PARENT,
        DISPLACED_HOMEMAKER,
        FARMWORKER,
        LONG_TERM_UNEMPLOYED
    }
}
