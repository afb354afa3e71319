package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * What the participant wants to reach. It is SMART: specific, measurable, attainable by its steps, relevant, and time-bound (N1); and
 * it says who is responsible (H6).
 *
 * @param title specific: who does what
 * @param measure measurable: the criterion
 * @param relevance why it matters to the participant
 * @param targetDate time-bound
 * @param priority 1 comes first
 * @param closedOn day on which it was reached or dropped
 */
public record Goal(
        String id,
        String title,
        String measure,
        List<Step> steps,
        String relevance,
        @Nullable LocalDate targetDate,
        String responsible,
        int priority,
        State state,
        @Nullable LocalDate closedOn,
        @Nullable String outcome) {

    /** Where a goal stands. */
    public enum State {
        OPEN,
        ACHIEVED,
        DROPPED
    }

    public Goal {
        steps = List.copyOf(steps);
    }

    /** Names the letters that are missing. */
    Optional<Refusal> smart() {
        List<String> letters = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        ask(title.isBlank(), "S (specific: who will do what)", "title", letters, fields);
        ask(measure.isBlank(), "M (measurable: how one can tell)", "measure", letters, fields);
        ask(steps.isEmpty(), "A (attainable: the steps)", "steps", letters, fields);
        ask(relevance.isBlank(), "R (relevant: why it matters)", "relevance", letters, fields);
        ask(targetDate == null, "T (time-bound: the target date)", "targetDate", letters, fields);
        if (!letters.isEmpty()) {
            return Optional.of(Refusal.invalid(
                    "N1",
                    fields.getFirst(),
                    "The goal is not SMART yet. Missing: " + String.join("; ", letters) + "."));
        }
        if (responsible.isBlank()) {
            return Optional.of(Refusal.invalid("H6", "responsible", "The goal does not say who is responsible."));
        }
        return steps.stream()
                .filter(s -> s.responsible().isBlank())
                .findFirst()
                .map(s -> Refusal.invalid(
                        "H6", "steps", "The step \"" + s.what() + "\" does not say who is responsible."));
    }

    private static void ask(boolean missing, String letter, String field, List<String> letters, List<String> fields) {
        if (missing) {
            letters.add(letter);
            fields.add(field);
        }
    }

    boolean open() {
        return state == State.OPEN;
    }

    Goal closed(State as, LocalDate on, String result) {
        return new Goal(id, title, measure, steps, relevance, targetDate, responsible, priority, as, on, result);
    }
}
