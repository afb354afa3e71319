package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan promises: its goals, steps, back-ups and versions. */
class PlanTest extends PlanStory {

    @Test
    @DisplayName("N1 a plan does not start with one goal twice")
    void goalTwice() {
        starts(BACK_UPS, smart("g-1"), smart("g-1")).isRefused("goal-known", "goals");
        starts(BACK_UPS, smart("g-1"), smart("g-2")).announces(PlanEvent.PlanStarted.class);
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
}
