package org.throughcare.notes.note;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said and done, in the parts that the case notes policy asks for (N10). An empty list says "nobody" or "none"; null
 * says that the writer has not said.
 *
 * @param location where it took place
 * @param othersPresent who else was there
 * @param othersConcerned who else it is about
 * @param reason why this meeting, call or letter
 * @param discussion what was discussed
 * @param completionDates what is to be done by when
 * @param effectOnGoals what it did for the goals of the plan (Y7)
 */
public record NoteText(
        @Nullable String location,
        @Nullable List<String> othersPresent,
        @Nullable List<String> othersConcerned,
        @Nullable String reason,
        @Nullable String discussion,
        @Nullable String outcomeWanted,
        @Nullable String obstacles,
        @Nullable String actionPlan,
        @Nullable String nextSteps,
        @Nullable String obstaclesResolved,
        @Nullable String requests,
        @Nullable List<Completion> completionDates,
        @Nullable String effectOnGoals) {

    /** Something to be done by a day. */
    public record Completion(String what, LocalDate by) {}

    public NoteText {
        othersPresent = othersPresent == null ? null : List.copyOf(othersPresent);
        othersConcerned = othersConcerned == null ? null : List.copyOf(othersConcerned);
        completionDates = completionDates == null ? null : List.copyOf(completionDates);
    }
}
