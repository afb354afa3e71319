package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an adult or a dislocated worker is in need of training and would succeed in it, determined after they were looked at and after
 * case management (N14). Both must be so, or the determination is not positive.
 *
 * @param basis how the person was looked at
 * @param basisOn the day of that, at the site
 * @param note the note that tells of it, if there is one
 * @param on the day from which training may begin when the determination is positive
 * @param inNeed without training no job that supports the person is to be expected
 * @param likelyToSucceed has the skills and qualifications that the training asks for
 */
public record TrainingDetermination(
        String id,
        Basis basis,
        LocalDate basisOn,
        @Nullable String note,
        LocalDate on,
        boolean inNeed,
        boolean likelyToSucceed,
        String grounds,
        String by) {

    /** What a determination may rest on. */
    public enum Basis {
        INTERVIEW,
        EVALUATION,
        ASSESSMENT
    }

    public boolean positive() {
        return inNeed && likelyToSucceed;
    }
}
