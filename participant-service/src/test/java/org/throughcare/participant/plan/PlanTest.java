package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.participant.enrolment.NewActivity;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

class PlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final String STRATEGY = "bakery first, then a certificate";
    private static final List<String> RESOURCES = List.of("Job center");
    private static final BackUps BACK_UPS = new BackUps("sister drives", "not needed");

    private @Nullable Plan plan;
    private @Nullable Happened last;
    private @Nullable Refusal refusal;

    private Plan plan() {
        return Objects.requireNonNull(plan, "no plan");
    }

    private PlanTest does(Decision<Plan> decision) {
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

    private void announces(Class<? extends Happened> kind) {
        assertThat(refusal).isNull();
        assertThat(last).isInstanceOf(kind);
    }

    private void isRefused(String rule, String field) {
        assertThat(last).as("nothing announced").isNull();
        assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo(rule);
        assertThat(refusal.field()).isEqualTo(field);
    }

    private static Goal goal(
            String id, String title, String measure, boolean steps, String relevance, @Nullable LocalDate target) {
        List<Step> all = steps
                ? List.of(new Step(
                        "st-1", "Write a résumé", "participant", Step.Delivery.BY_STAFF, null, null, null, null))
                : List.of();
        return new Goal(id, title, measure, all, relevance, target, "participant", 1, Goal.State.OPEN, null, null);
    }

    private static Goal smart(String id) {
        return goal(id, "Work as a baker", "hired for 30 hours a week", true, "supports the family", DAY.plusDays(120));
    }

    @Test
    @DisplayName("N1 a plan does not start with one goal twice")
    void goalTwice() {
        starts(BACK_UPS, smart("g-1"), smart("g-1")).isRefused("goal-known", "goals");
        starts(BACK_UPS, smart("g-1"), smart("g-2")).announces(PlanEvent.PlanStarted.class);
    }

    private PlanTest starts(BackUps backUps, Goal... goals) {
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

    private PlanTest started() {
        return starts(BACK_UPS, smart("g-1"));
    }

    private static PlanContents contents(Goal... revised) {
        return new PlanContents(STRATEGY, RESOURCES, BACK_UPS, List.of(revised));
    }

    private static Goal withSteps(Goal g, Step... steps) {
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

    private static Step step(String what, Step.Delivery delivery, @Nullable String to) {
        return new Step("st-1", what, "case manager", delivery, to, null, null, null);
    }

    private static Plan.Change change(List<String> services, @Nullable String justification, @Nullable String note) {
        return new Plan.Change("changed", services, justification, note, DAY.plusDays(5), "w-1");
    }

    @ParameterizedTest(name = "{0} is named")
    @CsvSource({"S,title", "M,measure", "A,steps", "R,relevance", "T,targetDate"})
    @DisplayName("N1 a goal that misses a letter of SMART is refused, and the letter is named")
    void smartLetters(String letter, String field) {
        Goal goal = goal(
                "g-1",
                letter.equals("S") ? " " : "Work as a baker",
                letter.equals("M") ? "" : "hired",
                !letter.equals("A"),
                letter.equals("R") ? "" : "family",
                letter.equals("T") ? null : DAY);
        starts(BACK_UPS, goal);
        isRefused("N1", field);
        assertThat(Objects.requireNonNull(refusal).reason()).contains("Missing: " + letter + " (");
    }

    @Test
    @DisplayName(
            "N1 a goal with all five letters is accepted, also when it is due today, but not when it was due yesterday")
    void smartGoal() {
        starts(BACK_UPS, goal("g", "t", "m", true, "r", DAY.minusDays(1)));
        isRefused("N1", "targetDate");
        starts(BACK_UPS, goal("g", "t", "m", true, "r", DAY));
        announces(PlanEvent.PlanStarted.class);
    }

    @Test
    @DisplayName("H6 a step says who is responsible")
    void responsible() {
        Step nobody = new Step("st", "Find a room", " ", Step.Delivery.REFERRED, "Housing partner", null, null, null);
        Goal g = smart("g");
        starts(BACK_UPS, withSteps(g, nobody));
        isRefused("H6", "steps");
    }

    @Test
    @DisplayName("Y13 back-ups for transport and childcare are part of the plan")
    void backUps() {
        starts(new BackUps("", "not needed"), smart("g"));
        isRefused("Y13", "backUpTransport");
        starts(new BackUps("bus", " "), smart("g"));
        isRefused("Y13", "backUpChildcare");
    }

    @Test
    @DisplayName(
            "Y15 a revision that adds services carries justification and note; without services neither is asked for")
    void revision() {
        started().does(plan().revise(contents(), change(List.of("OST"), " ", "n-1")));
        isRefused("Y15", "justification");
        does(plan().revise(contents(), change(List.of("OST"), "needs a certificate", null)));
        isRefused("Y15", "note");
        does(plan().revise(contents(), change(List.of("OST"), "needs a certificate", "n-1")));
        announces(PlanEvent.PlanRevised.class);
        assertThat(plan().version()).isEqualTo(2);
        does(plan().revise(contents(), change(List.of(), null, null)));
        announces(PlanEvent.PlanRevised.class);
    }

    @Test
    @DisplayName("N3 each version is initialled and dated by the participant; an update that is not, shows")
    void acknowledgement() {
        started().does(plan().acknowledge(1, "AB", DAY, true, DAY));
        announces(PlanEvent.PlanAcknowledged.class);
        does(plan().acknowledge(1, "AB", DAY, true, DAY));
        assertThat(last).as("nothing announced twice").isNull();
        does(plan().setGoal(smart("g-2"), change(List.of(), null, null)));
        announces(PlanEvent.GoalSet.class);
        assertThat(PlanSnapshot.of(plan()).version()).isEqualTo(2);
        assertThat(PlanSnapshot.of(plan()).acknowledgedVersion()).isEqualTo(1);
        does(plan().acknowledge(1, "AB", DAY.plusDays(6), true, DAY.plusDays(6)));
        assertThat(Objects.requireNonNull(refusal).allowed()).containsExactly("acknowledge version 2");
    }

    @Test
    @DisplayName("N3 C2 no initials, a date before the version, and no copy are refused")
    void badAcknowledgement() {
        started().does(plan().acknowledge(1, " ", DAY, true, DAY));
        isRefused("N3", "initials");
        does(plan().acknowledge(1, "AB", DAY.minusDays(1), true, DAY));
        isRefused("N3", "on");
        does(plan().acknowledge(1, "AB", DAY, false, DAY));
        isRefused("N3", "copyGiven");
    }

    @Test
    @DisplayName("Y6 on the day the review is due nothing is late; from the first minute of the next day it is, once")
    void reviewDue() {
        started();
        Instant lateFrom = Instant.parse("2026-04-06T05:00:00Z");
        assertThat(plan().dueAt()).isEqualTo(lateFrom);
        does(plan().visit(lateFrom.minusSeconds(1)));
        assertThat(last).isNull();
        does(plan().visit(lateFrom));
        announces(PlanEvent.PlanReviewOverdue.class);
        assertThat(PlanSnapshot.of(plan()).reviewOverdue()).isTrue();
        assertThat(plan().dueAt()).isNull();
        does(plan().visit(lateFrom.plusSeconds(100_000)));
        assertThat(last).isNull();
    }

    @Test
    @DisplayName("Y6 a review sets the next due date by policy")
    void review() {
        started().does(plan().review(new Review("r-1", DAY.plusDays(60), "on track", "w"), 30, DAY.plusDays(60)));
        announces(PlanEvent.PlanReviewed.class);
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(90));
        does(plan().review(new Review("r-2", DAY.plusDays(61), "x", "w"), 30, DAY.plusDays(60)));
        isRefused("Y6", "on");
    }

    @Test
    @DisplayName(
            "N3 a completed service makes the review due as many days later as policy says, the same service only once")
    void serviceCompleted() {
        started().does(plan().serviceCompleted("s-1", DAY.plusDays(20), 14));
        announces(PlanEvent.PlanReviewCalledFor.class);
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(34));
        does(plan().serviceCompleted("s-1", DAY.plusDays(20), 7));
        assertThat(last).isNull();
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(34));
    }

    @Test
    @DisplayName(
            "N3 a service that a review has considered calls for none; one completed the day after the review does")
    void serviceReviewed() {
        started().does(plan().review(new Review("r", DAY.plusDays(25), "done", "w"), 90, DAY.plusDays(25)));
        does(plan().serviceCompleted("s-2", DAY.plusDays(25), 14));
        assertThat(last).isNull();
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(115));
        does(plan().serviceCompleted("s-3", DAY.plusDays(26), 14));
        announces(PlanEvent.PlanReviewCalledFor.class);
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(40));
    }

    private static NewActivity activity(String service, NewActivity.Kind kind, int after) {
        return new NewActivity(service, kind, DAY.plusDays(after));
    }

    @Test
    @DisplayName(
            "N11 new activity prompts an update of the plan, due as many days later as policy says; told again, nothing is announced")
    void newActivity() {
        started().does(plan().outgrownBy(activity("s-1", NewActivity.Kind.NEW, 20), 14));
        assertThat(last).isEqualTo(new PlanEvent.PlanUpdatePrompted("s-1", NewActivity.Kind.NEW, DAY.plusDays(34)));
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(34));
        does(plan().outgrownBy(activity("s-1", NewActivity.Kind.NEW, 20), 7));
        assertThat(last).isNull();
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(34));
        does(plan().outgrownBy(activity("s-1", NewActivity.Kind.WENT_ON, 21), 7));
        announces(PlanEvent.PlanUpdatePrompted.class);
        assertThat(plan().reviewDueOn()).as("wider is another cause").isEqualTo(DAY.plusDays(28));
    }

    @Test
    @DisplayName(
            "N11 nothing is announced where the plan was revised on the activity's day or later; revised the day before, it is")
    void revisedSince() {
        started().does(plan().revise(contents(), change(List.of(), null, null)));
        for (int after : List.of(0, 4, 5)) {
            does(plan().outgrownBy(activity("s-" + after, NewActivity.Kind.NEW, after), 14));
            assertThat(last).isNull();
            assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(90));
        }
        does(plan().outgrownBy(activity("s-6", NewActivity.Kind.PLANNED_LONGER, 6), 14));
        announces(PlanEvent.PlanUpdatePrompted.class);
    }

    @Test
    @DisplayName("N11 N3 a review on the activity's day has considered it, one of the day before has not")
    void reviewedSince() {
        started().does(plan().review(new Review("r", DAY.plusDays(25), "done", "w"), 90, DAY.plusDays(25)));
        does(plan().outgrownBy(activity("s-1", NewActivity.Kind.NEW, 25), 14));
        assertThat(last).isNull();
        does(plan().outgrownBy(activity("s-2", NewActivity.Kind.NEW, 26), 14));
        announces(PlanEvent.PlanUpdatePrompted.class);
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(40));
    }

    @Test
    @DisplayName("L19 what is announced of a plan has its goals in words, and which of them are still open")
    void goalsAnnounced() {
        starts(BACK_UPS, smart("g-1"), smart("g-2"));
        assertThat(PlanSnapshot.of(plan()).goals())
                .extracting(PlanSnapshot.GoalLine::state)
                .containsExactly(Goal.State.OPEN, Goal.State.OPEN);
        does(plan().closeGoal("g-1", Goal.State.ACHIEVED, "hired", DAY, DAY));
        announces(PlanEvent.GoalReached.class);
        assertThat(PlanSnapshot.of(plan()).goals())
                .filteredOn(goal -> goal.state() == Goal.State.OPEN)
                .containsExactly(new PlanSnapshot.GoalLine(
                        "g-2", "Work as a baker", DAY.plusDays(120), Goal.State.OPEN, "participant", 1));
        does(plan().setGoal(smart("g-3"), change(List.of(), null, null)));
        assertThat(PlanSnapshot.of(plan()).goals())
                .extracting(PlanSnapshot.GoalLine::id)
                .containsExactly("g-1", "g-2", "g-3");
    }

    @ParameterizedTest(name = "{0} days after the plan''s start: due after {1}")
    @CsvSource({"-1,90", "0,14", "75,89", "76,90", "77,90"})
    @DisplayName(
            "N3 Y6 a service makes a review due sooner than the rhythm, never later; one from before the plan calls for none")
    void serviceAndRhythm(int after, int due) {
        started().does(plan().serviceCompleted("s-1", DAY.plusDays(after), 14));
        assertThat(last != null).isEqualTo(after >= 0);
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(due));
    }

    @Test
    @DisplayName("N3 L22 a review that is recorded late does not consider a service that was completed after its day")
    void reviewOfTheDayBefore() {
        for (int rhythmDueAfter : List.of(90, 25)) {
            started();
            does(plan().review(new Review("r-0", DAY, "first", "w"), rhythmDueAfter, DAY));
            does(plan().serviceCompleted("s-1", DAY.plusDays(20), 14));
            does(plan().review(new Review("r-1", DAY.plusDays(19), "on paper", "w"), 90, DAY.plusDays(24)));
            assertThat(last).isEqualTo(new PlanEvent.PlanReviewed(DAY.plusDays(19), DAY.plusDays(34)));
            does(plan().review(new Review("r-2", DAY.plusDays(20), "of the day", "w"), 90, DAY.plusDays(24)));
            assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(110));
        }
    }

    @Test
    @DisplayName("Y6 L22 a review of long ago that leaves the due date where it was does not have it announced again")
    void saidOnce() {
        started().does(plan().serviceCompleted("s-1", DAY.plusDays(20), 14));
        does(plan().visit(DAY.plusDays(40).atStartOfDay(ZONE).toInstant()));
        announces(PlanEvent.PlanReviewOverdue.class);
        does(plan().review(new Review("r-1", DAY.plusDays(10), "on paper", "w"), 90, DAY.plusDays(41)));
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(34));
        assertThat(plan().dueAt()).isNull();
        does(plan().visit(DAY.plusDays(42).atStartOfDay(ZONE).toInstant()));
        assertThat(last).isNull();
    }

    @Test
    @DisplayName("N1 a goal is reached or dropped once")
    void closing() {
        started().does(plan().closeGoal("g-1", Goal.State.ACHIEVED, "hired", DAY.plusDays(3), DAY.plusDays(3)));
        announces(PlanEvent.GoalReached.class);
        does(plan().closeGoal("g-1", Goal.State.DROPPED, "no", DAY.plusDays(3), DAY.plusDays(3)));
        assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo("N1");
    }

    @Test
    @DisplayName("Y15 a step that somebody else does adds a service without saying so; the version then says which")
    void stepsAddServices() {
        Goal revised = withSteps(smart("g-1"), step("Forklift licence", Step.Delivery.BY_STAFF, null));
        started().does(plan().revise(contents(revised), change(List.of(), null, "n-1")));
        isRefused("Y15", "justification");
        assertThat(Objects.requireNonNull(refusal).reason()).contains("Forklift licence");
        does(plan().revise(contents(revised), change(List.of(), "asked for by the warehouse", null)));
        isRefused("Y15", "note");
        does(plan().setGoal(withSteps(smart("g-2"), revised.steps().getFirst()), change(List.of(), " ", "n-1")));
        isRefused("Y15", "justification");
        does(plan().revise(contents(revised), change(List.of(), "asked for by the warehouse", "n-1")));
        announces(PlanEvent.PlanRevised.class);
        assertThat(plan().versions().getLast().addsServices()).containsExactly("Forklift licence");
    }

    @Test
    @DisplayName("Y15 a step of the participant's own, and a service that the plan has already, add none")
    void stepsAddNone() {
        Goal own = withSteps(smart("g-1"), step("Visit three bakeries", Step.Delivery.BY_PARTICIPANT, null));
        started().does(plan().revise(contents(own), change(List.of(), null, null)));
        announces(PlanEvent.PlanRevised.class);
        started();
        Goal other = withSteps(smart("g-1"), step(" write a Résumé", Step.Delivery.REFERRED, "Library"));
        does(plan().revise(contents(other), change(List.of(), null, null)));
        announces(PlanEvent.PlanRevised.class);
    }

    @Test
    @DisplayName("L6 a step that is referred says to whom, a partner or other staff of the job center")
    void referredTo() {
        starts(BACK_UPS, withSteps(smart("g"), step("Find a room", Step.Delivery.REFERRED, " ")));
        isRefused("L6", "steps");
        starts(BACK_UPS, withSteps(smart("g"), step("Find a room", Step.Delivery.REFERRED_TO_AJC_STAFF, null)));
        isRefused("L6", "steps");
        starts(
                BACK_UPS,
                withSteps(smart("g"), step("Find a room", Step.Delivery.REFERRED_TO_AJC_STAFF, "Housing desk")));
        announces(PlanEvent.PlanStarted.class);
    }

    @Test
    @DisplayName("N1 a step is due on its goal's day at the latest, and done today at the latest")
    void stepInTime() {
        Goal goal = smart("g");
        LocalDate target = Objects.requireNonNull(goal.targetDate());
        starts(BACK_UPS, withSteps(goal, dated(target.plusDays(1), null)));
        isRefused("N1", "steps");
        starts(BACK_UPS, withSteps(goal, dated(target, DAY.plusDays(1))));
        isRefused("N1", "steps");
        starts(BACK_UPS, withSteps(goal, dated(target, DAY)));
        announces(PlanEvent.PlanStarted.class);
    }

    private static Step dated(@Nullable LocalDate due, @Nullable LocalDate done) {
        return new Step("st", "Walk there", "participant", Step.Delivery.BY_PARTICIPANT, null, due, done, null);
    }

    @Test
    @DisplayName("H6 a plan without a strategy or without resources is refused, at its start and when it is revised")
    void strategyAndResources() {
        Plan first = started().plan();
        does(first.revise(new PlanContents(" ", RESOURCES, BACK_UPS, List.of()), change(List.of(), null, null)));
        isRefused("H6", "strategy");
        does(first.revise(new PlanContents(STRATEGY, List.of(), BACK_UPS, List.of()), change(List.of(), null, null)));
        isRefused("H6", "resources");
        does(first.revise(
                new PlanContents(STRATEGY, List.of("Library"), BACK_UPS, List.of()), change(List.of(), null, null)));
        announces(PlanEvent.PlanRevised.class);
        assertThat(plan().resources()).containsExactly("Library");
    }

    @Test
    @DisplayName("N3 a version keeps what it promised, also after the plan has moved on")
    void contentsOfVersions() {
        started().does(plan().setGoal(smart("g-2"), change(List.of(), null, null)));
        PlanVersion one = plan().versions().getFirst();
        assertThat(plan().contentsOf(one).orElseThrow().goals())
                .extracting(Goal::id)
                .containsExactly("g-1");
        assertThat(plan().contentsOf(plan().versions().getLast()).orElseThrow().goals())
                .extracting(Goal::id)
                .containsExactly("g-1", "g-2");
        PlanVersion old = new PlanVersion("v", 1, DAY, "w", List.of(), null, null, "w", null, null, false, null);
        assertThat(plan().contentsOf(old)).as("nobody kept it").isEmpty();
        PlanVersion current = new PlanVersion("v", 2, DAY, "w", List.of(), null, null, "w", null, null, false, null);
        assertThat(plan().contentsOf(current)).isPresent();
    }

    @Test
    @DisplayName(
            "Y3 a repeated assessment calls for a review, once; one from the day of the plan's start is what it rests on")
    void assessedAnew() {
        started().does(plan().assessedAnew(2, DAY, 14));
        assertThat(last).isNull();
        does(plan().assessedAnew(2, DAY.plusDays(1), 14));
        announces(PlanEvent.PlanRestsOnNewAssessment.class);
        assertThat(plan().reviewDueOn()).isEqualTo(DAY.plusDays(15));
        does(plan().assessedAnew(2, DAY.plusDays(1), 7));
        assertThat(last).isNull();
    }
}
