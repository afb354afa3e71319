package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody may know of a plan: goals by title, never what was found in reviews. */
public record PlanSnapshot(
        String participant,
        String site,
        int version,
        List<GoalLine> goals,
        @Nullable Integer acknowledgedVersion,
        @Nullable LocalDate acknowledgedOn,
        LocalDate reviewDueOn,
        boolean reviewOverdue,
        boolean backUpTransport,
        boolean backUpChildcare) {

    public record GoalLine(
            String id,
            String title,
            @Nullable LocalDate targetDate,
            Goal.State state,
            String responsible,
            int priority) {}

    public static PlanSnapshot of(Plan plan) {
        return new PlanSnapshot(
                plan.participant(),
                plan.site(),
                plan.version(),
                plan.goals().stream()
                        .map(g -> new GoalLine(
                                g.id(), g.title(), g.targetDate(), g.state(), g.responsible(), g.priority()))
                        .toList(),
                plan.lastAcknowledged().map(PlanVersion::number).orElse(null),
                plan.lastAcknowledged().map(PlanVersion::acknowledgedOn).orElse(null),
                plan.reviewDueOn(),
                plan.reviewDueOn().equals(plan.overdueSaidFor()),
                !plan.backUps().transport().isBlank(),
                !plan.backUps().childcare().isBlank());
    }
}
