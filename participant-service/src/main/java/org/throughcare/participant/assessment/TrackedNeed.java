package org.throughcare.participant.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A need from the day it was found to its outcome (L6).
 *
 * @param supportive a supportive service could meet it
 * @param outcome null while it is open
 */
public record TrackedNeed(
        AssessmentPart.Area area,
        LocalDate since,
        boolean supportive,
        @Nullable NeedOutcome outcome) {

    boolean open() {
        return outcome == null;
    }
}
