package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/** A plan that a test starts, changes and looks at, one decision after the other. */
abstract class PlanStory {

    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final String STRATEGY = "bakery first, then a certificate";
    static final List<String> RESOURCES = List.of("Job center");
    static final BackUps BACK_UPS = new BackUps("sister drives", "not needed");

    @Nullable
    Plan plan;

    @Nullable
    Happened last;

    @Nullable
    Refusal refusal;

    final Plan plan() {
        return Objects.requireNonNull(plan, "no plan");
    }

    final PlanStory does(Decision<Plan> decision) {
        refusal = null;
        last = null;
        switch (decision) {
            case Decision.Accepted<Plan>(Plan state, Happened happened) -> {
                plan = state;
                last = happened;
            }
            case Decision.Unchanged<Plan> _ -> {}
            case Decision.Refused<Plan>(Refusal why) -> refusal = why;
        }
        return this;
    }

    final void announces(Class<? extends Happened> kind) {
        assertThat(refusal).isNull();
        assertThat(last).isInstanceOf(kind);
    }

    final void isRefused(String rule, String field) {
        assertThat(last).as("nothing announced").isNull();
        assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo(rule);
        assertThat(refusal.field()).isEqualTo(field);
    }

    static Goal goal(
            String id, String title, String measure, boolean steps, String relevance, @Nullable LocalDate target) {
        List<Step> all = steps
                ? List.of(new Step(
                        "st-1", "Write a résumé", "participant", Step.Delivery.BY_STAFF, null, null, null, null))
                : List.of();
        return new Goal(id, title, measure, all, relevance, target, "participant", 1, Goal.State.OPEN, null, null);
    }

    static Goal smart(String id) {
        return goal(id, "Work as a baker", "hired for 30 hours a week", true, "supports the family", DAY.plusDays(120));
    }

    final PlanStory starts(BackUps backUps, Goal... goals) {
        Plan first = new Plan(
                "p-1",
                "s-1",
                ZONE,
                DAY,
                STRATEGY,
                RESOURCES,
                backUps,
                List.of(goals),
                List.of(),
                List.of(),
                90,
                DAY.plusDays(90),
                null,
                List.of(),
                List.of());
        return does(Plan.start(first, DAY, "w-1"));
    }

    final PlanStory started() {
        return starts(BACK_UPS, smart("g-1"));
    }

    static PlanContents contents(Goal... revised) {
        return new PlanContents(STRATEGY, RESOURCES, BACK_UPS, List.of(revised));
    }

    static Goal withSteps(Goal g, Step... steps) {
        return new Goal(
                g.id(),
                g.title(),
                g.measure(),
                List.of(steps),
                g.relevance(),
                g.targetDate(),
                g.responsible(),
                g.priority(),
                g.state(),
                null,
                null);
    }

    static Step step(String what, Step.Delivery delivery, @Nullable String to) {
        return new Step("st-1", what, "case manager", delivery, to, null, null, null);
    }

    static Plan.Change change(List<String> services, @Nullable String justification, @Nullable String note) {
        return new Plan.Change("changed", services, justification, note, DAY.plusDays(5), "w-1");
    }
}
