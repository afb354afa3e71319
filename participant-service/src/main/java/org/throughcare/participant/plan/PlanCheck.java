package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/** What a plan must hold before it is one. */
final class PlanCheck {

    private PlanCheck() {}

    /** Strategy and resources (H6), back-ups (Y13), and goals that are SMART (N1) and each there once. */
    static Optional<Refusal> contents(PlanContents all, LocalDate today) {
        return strategy(all)
                .or(() -> backUps(all.backUps()))
                .or(() -> goals(all.goals(), today))
                .or(() -> eachOnce(all.goals()));
    }

    static Optional<Refusal> strategy(PlanContents all) {
        if (all.strategy().isBlank()) {
            return Optional.of(Refusal.invalid("H6", "strategy", "The plan does not say by which strategy."));
        }
        return all.resources().isEmpty()
                ? Optional.of(Refusal.invalid("H6", "resources", "The plan does not say with which resources."))
                : Optional.empty();
    }

    static Optional<Refusal> backUps(BackUps each) {
        if (each.transport().isBlank()) {
            return Optional.of(Refusal.invalid("Y13", "backUpTransport", "The plan needs a back-up for transport."));
        }
        return each.childcare().isBlank()
                ? Optional.of(Refusal.invalid("Y13", "backUpChildcare", "The plan needs a back-up for childcare."))
                : Optional.empty();
    }

    static Optional<Refusal> goals(List<Goal> goals, LocalDate today) {
        return goals.stream().flatMap(g -> goal(g, today).stream()).findFirst();
    }

    static Optional<Refusal> goal(Goal goal, LocalDate today) {
        return goal.smart()
                .or(() -> inTime(goal, today))
                .or(() -> goal.steps().stream()
                        .flatMap(s -> step(s, goal, today).stream())
                        .findFirst());
    }

    private static Optional<Refusal> inTime(Goal goal, LocalDate today) {
        LocalDate target = goal.targetDate();
        return target != null && target.isBefore(today)
                ? Optional.of(Refusal.invalid("N1", "targetDate", "The target date lies in the past."))
                : Optional.empty();
    }

    private static Optional<Refusal> step(Step step, Goal goal, LocalDate today) {
        LocalDate due = step.dueOn();
        LocalDate target = goal.targetDate();
        if (due != null && target != null && due.isAfter(target)) {
            return steps("N1", step, "is due after its goal");
        }
        LocalDate done = step.doneOn();
        if (done != null && done.isAfter(today)) {
            return steps("N1", step, "is done on a day that lies in the future");
        }
        return step.referred() && isBlank(step.referredTo())
                ? steps("L6", step, "is referred, and does not say to whom")
                : Optional.empty();
    }

    private static Optional<Refusal> steps(String rule, Step step, String fault) {
        return Optional.of(Refusal.invalid(rule, "steps", "The step \"" + step.what() + "\" " + fault + "."));
    }

    private static Optional<Refusal> eachOnce(List<Goal> goals) {
        return goals.stream().map(Goal::id).distinct().count() == goals.size()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("goal-known", "goals", "Two goals are the same."));
    }

    /** A revision that adds services carries its justification and a note (Y15). */
    static Optional<Refusal> services(Plan.Change change) {
        if (change.addsServices().isEmpty()) {
            return Optional.empty();
        }
        String which = " It adds: " + String.join("; ", change.addsServices()) + ".";
        if (isBlank(change.justification())) {
            return Optional.of(Refusal.invalid(
                    "Y15", "justification", "A revision that adds services carries its justification." + which));
        }
        return isBlank(change.note())
                ? Optional.of(Refusal.invalid("Y15", "note", "A revision that adds services carries a note." + which))
                : Optional.empty();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
