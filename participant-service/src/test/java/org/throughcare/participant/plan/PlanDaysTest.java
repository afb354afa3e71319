package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/** From which day to which a goal is closed, a version initialled and a plan reviewed, and which goals a revision may touch. */
class PlanDaysTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = START.plusDays(10);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final BackUps BACK_UPS = new BackUps("bus", "not needed");

    private static Goal goal(String id, String responsible) {
        Step step = new Step("st", "Write a résumé", "case manager", Step.Delivery.BY_STAFF, null, null, null, null);
        return new Goal(
                id,
                "Work as a baker",
                "hired",
                List.of(step),
                "family",
                START.plusDays(120),
                responsible,
                1,
                Goal.State.OPEN,
                null,
                null);
    }

    private static PlanContents contents(Goal... goals) {
        return new PlanContents("bakery first", List.of("job center"), BACK_UPS, List.of(goals));
    }

    private static Decision<Plan> starts(Goal... goals) {
        Plan first = new Plan(
                "p-1",
                "s-1",
                ZONE,
                START,
                "bakery first",
                List.of("job center"),
                BACK_UPS,
                List.of(goals),
                List.of(),
                List.of(),
                90,
                START.plusDays(90),
                null,
                List.of(),
                List.of());
        return Plan.start(first, START, "w-1");
    }

    private static Plan started() {
        return after(starts(goal("g-1", "participant"), goal("g-2", "participant")));
    }

    private static Plan.Change change() {
        return new Plan.Change("changed", List.of(), null, null, TODAY, "w-1");
    }

    private static Plan after(Decision<Plan> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Plan>) decision).state();
    }

    private static Happened announced(Decision<Plan> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Plan>) decision).happened();
    }

    private static Refusal refused(Decision<Plan> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Plan>) decision).refusal();
    }

    private static Decision<Plan> closes(Goal.State as, LocalDate on) {
        return started().closeGoal("g-1", as, "as it came", on, TODAY);
    }

    @Test
    @DisplayName("N1 a goal is closed from the day of the plan's start to today, as reached or as dropped")
    void closing() {
        assertThat(announced(closes(Goal.State.ACHIEVED, START))).isEqualTo(new PlanEvent.GoalReached("g-1", START));
        assertThat(announced(closes(Goal.State.DROPPED, TODAY))).isEqualTo(new PlanEvent.GoalDropped("g-1", TODAY));
        assertThat(refused(closes(Goal.State.ACHIEVED, START.minusDays(1))).field())
                .isEqualTo("on");
        assertThat(refused(closes(Goal.State.ACHIEVED, TODAY.plusDays(1))).field())
                .isEqualTo("on");
        assertThat(refused(closes(Goal.State.OPEN, TODAY)).rule()).isEqualTo("N1");
        assertThat(after(closes(Goal.State.ACHIEVED, TODAY)).goals())
                .filteredOn(Goal::open)
                .extracting(Goal::id)
                .containsExactly("g-2");
    }

    @Test
    @DisplayName("N1 a revision touches open goals of the plan alone, and leaves the others as they are")
    void revising() {
        Plan plan = started();
        assertThat(refused(plan.revise(contents(goal("g-9", "participant")), change()))
                        .allowed())
                .containsExactly("set a goal");
        Plan closed = after(closes(Goal.State.DROPPED, TODAY));
        assertThat(refused(closed.revise(contents(goal("g-1", "participant")), change()))
                        .rule())
                .isEqualTo("N1");
        Plan revised = after(plan.revise(contents(goal("g-1", "case manager")), change()));
        assertThat(revised.goals())
                .extracting(Goal::id, Goal::responsible)
                .containsExactlyInAnyOrder(tuple("g-1", "case manager"), tuple("g-2", "participant"));
        assertThat(refused(plan.revise(contents(goal("g-1", "a"), goal("g-1", "b")), change()))
                        .rule())
                .isEqualTo("goal-known");
        assertThat(refused(plan.setGoal(goal("g-2", "participant"), change())).rule())
                .isEqualTo("goal-known");
    }

    @Test
    @DisplayName("H6 a goal says who is responsible")
    void responsible() {
        assertThat(refused(starts(goal("g-1", " "))).field()).isEqualTo("responsible");
    }

    @Test
    @DisplayName("N3 a version is initialled on its own day at the earliest and today at the latest")
    void initialled() {
        Plan plan = started();
        assertThat(refused(plan.acknowledge(1, "AB", TODAY.plusDays(1), true, TODAY))
                        .field())
                .isEqualTo("on");
        Plan today = after(plan.acknowledge(1, "AB", TODAY, true, TODAY));
        assertThat(today.lastAcknowledged()).map(PlanVersion::acknowledgedOn).contains(TODAY);
        assertThat(plan.lastAcknowledged()).isEmpty();
        after(plan.acknowledge(1, "AB", START, true, TODAY));
    }

    private static Decision<Plan> reviews(Plan plan, String id, LocalDate on) {
        return plan.review(new Review(id, on, "on track", "w"), 30, TODAY);
    }

    @Test
    @DisplayName(
            "Y6 a review lies between the plan's start and today; one entered late of an earlier day moves nothing back")
    void reviewed() {
        assertThat(refused(reviews(started(), "r-1", START.minusDays(1))).field())
                .isEqualTo("on");
        assertThat(after(reviews(started(), "r-1", START)).reviewDueOn()).isEqualTo(START.plusDays(30));
        Plan once = after(reviews(started(), "r-1", TODAY));
        Plan late = after(reviews(once, "r-2", START));
        assertThat(late.reviewDueOn()).isEqualTo(TODAY.plusDays(30));
    }

    @Test
    @DisplayName("Y6 a review after a late one starts the rhythm anew, and the next that is late is said as well")
    void lateAgain() {
        Instant late = START.plusDays(91).atStartOfDay(ZONE).toInstant();
        Plan said = after(started().visit(late));
        LocalDate on = START.plusDays(95);
        Plan reviewed = after(said.review(new Review("r-1", on, "caught up", "w"), 30, on));
        Instant next = on.plusDays(31).atStartOfDay(ZONE).toInstant();
        assertThat(reviewed.dueAt()).isEqualTo(next);
        assertThat(announced(reviewed.visit(next))).isEqualTo(new PlanEvent.PlanReviewOverdue(on.plusDays(30)));
    }
}
