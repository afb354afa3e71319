package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Goals are set, closed and revised; each change of what the plan promises makes a version (N1, N3, Y15). */
public final class ChangingAPlan {

    /** Why and with which services the plan changes. */
    public record Reason(
            String what,
            List<String> addsServices,
            @Nullable String justification,
            @Nullable String note,
            String by) {}

    private final Aggregates<Plan> plans;
    private final BusinessClock clock;

    public ChangingAPlan(Aggregates<Plan> plans, BusinessClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    public Result<Plan> setGoal(Command command, String participant, Goal goal, Reason why) {
        return plans.change(command, participant, plan -> plan.setGoal(goal, change(plan, why)));
    }

    /** @param resources null for the same as before */
    public Result<Plan> revise(
            Command command,
            String participant,
            List<Goal> goals,
            BackUps backUps,
            String strategy,
            @Nullable List<String> resources,
            Reason why) {
        return plans.change(
                command,
                participant,
                plan -> plan.revise(
                        new PlanContents(strategy, resources == null ? plan.resources() : resources, backUps, goals),
                        change(plan, why)));
    }

    public Result<Plan> closeGoal(
            Command command, String participant, String goal, Goal.State as, String result, @Nullable LocalDate on) {
        return plans.change(command, participant, plan -> {
            LocalDate today = clock.today(plan.zone());
            return plan.closeGoal(goal, as, result, on == null ? today : on, today);
        });
    }

    private Plan.Change change(Plan plan, Reason why) {
        return new Plan.Change(
                why.what(), why.addsServices(), why.justification(), why.note(), clock.today(plan.zone()), why.by());
    }
}
