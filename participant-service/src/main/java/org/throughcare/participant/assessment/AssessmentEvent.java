package org.throughcare.participant.assessment;

import java.time.LocalDate;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to an assessment. */
public sealed interface AssessmentEvent extends Happened {

    record AssessmentPartRecorded(AssessmentPart.Kind part, int round) implements AssessmentEvent {}

    /** The last of the four parts of a round was recorded. */
    record AssessmentCompleted(int round, LocalDate completedOn) implements AssessmentEvent {}

    /** A need came to an outcome (L6); which need it was stays in the file. */
    record NeedSettled(String outcome, LocalDate on) implements AssessmentEvent {}
}
