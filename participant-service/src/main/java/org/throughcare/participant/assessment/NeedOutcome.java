package org.throughcare.participant.assessment;

import java.time.LocalDate;

/**
 * What became of a need (L6).
 *
 * @param how in a sentence: what met it, or why nothing did
 * @param partsBefore parts of the assessment on record when it came: a need found by a later one is another need
 */
public record NeedOutcome(
        String id, AssessmentPart.Area area, Result result, LocalDate on, String how, String by, int partsBefore) {

    /** How a need ends. */
    public enum Result {
        MET,
        PARTLY_MET,
        /** Nobody could meet it: a gap in what there is. */
        NOT_MET,
        NO_LONGER_NEEDED
    }
}
