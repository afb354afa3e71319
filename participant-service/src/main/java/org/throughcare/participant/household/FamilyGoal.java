package org.throughcare.participant.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * What a family wants to reach together. As in an individual plan it can be told when it is reached, why it matters, by when, and
 * who answers for it (N1, H6); and it names the members who are to take part (H4).
 *
 * @param members ids of members
 * @param responsible who answers for it, in words: a member, the case manager, somebody else
 */
public record FamilyGoal(
        String id,
        String title,
        String measure,
        String relevance,
        @Nullable LocalDate targetDate,
        String responsible,
        List<String> members,
        State state,
        @Nullable LocalDate closedOn,
        @Nullable String outcome) {

    /** Where a goal stands. */
    public enum State {
        OPEN,
        ACHIEVED,
        DROPPED
    }

    public FamilyGoal {
        members = members.stream().distinct().toList();
    }

    Optional<Refusal> fault(LocalDate today) {
        List<String> missing = new ArrayList<>();
        ask(title, "title", missing);
        ask(measure, "measure", missing);
        ask(relevance, "relevance", missing);
        ask(targetDate == null ? "" : "given", "targetDate", missing);
        if (!missing.isEmpty()) {
            return Optional.of(Refusal.invalid(
                    "N1",
                    missing.getFirst(),
                    "A goal of the family says what, how one can tell, why it matters and by when. Missing: "
                            + String.join(", ", missing) + "."));
        }
        if (responsible.isBlank()) {
            return Optional.of(Refusal.invalid("H6", "responsible", "The goal does not say who is responsible."));
        }
        if (targetDate != null && targetDate.isBefore(today)) {
            return Optional.of(Refusal.invalid("N1", "targetDate", "The target date lies in the past."));
        }
        return members.isEmpty()
                ? Optional.of(Refusal.invalid("H4", "members", "The goal names no member who is to take part."))
                : Optional.empty();
    }

    private static void ask(String given, String field, List<String> missing) {
        if (given.isBlank()) {
            missing.add(field);
        }
    }

    boolean open() {
        return state == State.OPEN;
    }

    FamilyGoal closed(State as, LocalDate on, String how) {
        return new FamilyGoal(id, title, measure, relevance, targetDate, responsible, members, as, on, how);
    }
}
