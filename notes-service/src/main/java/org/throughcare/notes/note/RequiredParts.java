package org.throughcare.notes.note;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** N10: what a note must say before it can be signed. A try that reached nobody has a shorter list of its own. */
public final class RequiredParts {

    /**
     * A part that is not there yet.
     *
     * @param field dotted path in the note as it is sent
     * @param what in words
     */
    public record Missing(String field, String what) {}

    private final List<Missing> missing = new ArrayList<>();

    private RequiredParts() {}

    public static List<Missing> missing(Heading heading, NoteText text) {
        RequiredParts parts = new RequiredParts();
        parts.ask(heading.occurredAt(), "occurredAt", "when it was");
        if (heading.kind() != NoteKind.FILE_NOTE) {
            parts.ask(heading.method(), "method", "the method of contact");
        }
        parts.ask(text.reason(), "text.reason", "the reason");
        if (heading.kind() == NoteKind.STAFF_CHECK_IN || heading.kind() == NoteKind.FILE_NOTE) {
            parts.amongStaff(heading, text);
        } else if (heading.saysUnanswered()) {
            parts.ask(text.nextSteps(), "text.nextSteps", "the next steps");
        } else {
            parts.withTheParticipant(heading, text);
        }
        return List.copyOf(parts.missing);
    }

    private void amongStaff(Heading heading, NoteText text) {
        if (heading.kind() == NoteKind.STAFF_CHECK_IN) {
            ask(text.othersPresent(), "text.othersPresent", "who else took part");
        }
        ask(text.discussion(), "text.discussion", "what it was about");
    }

    private void withTheParticipant(Heading heading, NoteText text) {
        if (heading.kind() == NoteKind.MEETING && heading.topics().isEmpty()) {
            missing.add(new Missing("topics", "the topics covered"));
        }
        if (heading.kind() == NoteKind.SERVICE) {
            ask(heading.service(), "service", "the service that was given");
        }
        ask(text.location(), "text.location", "the location");
        ask(text.othersPresent(), "text.othersPresent", "others present, or that there were none");
        ask(text.othersConcerned(), "text.othersConcerned", "others concerned, or that there are none");
        ask(text.discussion(), "text.discussion", "the discussion points");
        ask(text.outcomeWanted(), "text.outcomeWanted", "the outcome wanted");
        ask(text.obstacles(), "text.obstacles", "obstacles");
        ask(text.actionPlan(), "text.actionPlan", "the action plan");
        ask(text.nextSteps(), "text.nextSteps", "the next steps");
        ask(text.obstaclesResolved(), "text.obstaclesResolved", "obstacles resolved");
        ask(text.requests(), "text.requests", "requests by the participant");
        ask(text.completionDates(), "text.completionDates", "completion dates, or that there are none");
        ask(text.effectOnGoals(), "text.effectOnGoals", "the effect on the goals of the plan");
    }

    private void ask(@Nullable Object part, String field, String what) {
        if (part == null || (part instanceof String text && text.isBlank())) {
            missing.add(new Missing(field, what));
        }
    }
}
