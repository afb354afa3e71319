package org.throughcare.participant.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A family plans together and works on it (H4); who takes part is recorded day by day (H2). */
public final class PlanningAsAFamily {

    /** @param on null for today */
    public record Took(
            String id,
            String member,
            String goal,
            @Nullable LocalDate on,
            String note,
            @Nullable String caseNote,
            String by) {}

    private final Aggregates<Household> households;
    private final BusinessClock clock;

    public PlanningAsAFamily(Aggregates<Household> households, BusinessClock clock) {
        this.households = households;
        this.clock = clock;
    }

    public Result<Household> start(Command command, String household, String strategy, List<FamilyGoal> goals) {
        return households.change(command, household, h -> {
            LocalDate today = clock.today(h.zone());
            return h.startPlan(new FamilyPlan(today, strategy, goals, List.of()), today);
        });
    }

    public Result<Household> setGoal(Command command, String household, FamilyGoal goal) {
        return households.change(command, household, h -> h.setGoal(goal, clock.today(h.zone())));
    }

    /** @param on null for today */
    public Result<Household> closeGoal(
            Command command,
            String household,
            String goal,
            FamilyGoal.State as,
            String outcome,
            @Nullable LocalDate on) {
        return households.change(command, household, h -> {
            LocalDate today = clock.today(h.zone());
            return h.closeGoal(goal, as, outcome, on == null ? today : on, today);
        });
    }

    public Result<Household> tookPart(Command command, String household, Took took) {
        return households.change(command, household, h -> {
            LocalDate today = clock.today(h.zone());
            LocalDate on = took.on();
            return h.tookPart(
                    new Participation(
                            took.id(),
                            took.member(),
                            took.goal(),
                            on == null ? today : on,
                            took.note(),
                            took.caseNote(),
                            took.by()),
                    today);
        });
    }
}
