package org.throughcare.participant.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

class AssessmentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final Questions QUESTIONS = new Questions(List.of(new QuestionSet(
            Programme.LEAP,
            1,
            DAY,
            false,
            false,
            List.of(
                    new QuestionSet.Topic("JOB_READINESS", "Readiness for a job"),
                    new QuestionSet.Topic("OTHER_FUNDING", "Other funding")),
            List.of())));

    private Assessment assessment = Assessment.empty("p-1", "s-1", ZoneId.of("America/Chicago"));
    private @Nullable Happened last;
    private @Nullable Refusal refusal;
    private int ids;

    private void records(AssessmentPart part, LocalDate on) {
        refusal = null;
        switch (assessment.record("part-" + ++ids, part, on, DAY.plusDays(400), "w-1", QUESTIONS)) {
            case Decision.Accepted<Assessment>(Assessment state, Happened happened) -> {
                assessment = state;
                last = happened;
            }
            case Decision.Unchanged<Assessment> _ -> last = null;
            case Decision.Refused<Assessment>(Refusal why) -> refusal = why;
        }
    }

    private static AssessmentPart inventory() {
        return new AssessmentPart.CareerInventory(
                "interest inventory", List.of("cooking"), List.of("hands"), List.of("calm"));
    }

    private static AssessmentPart skills(TestScore.Stage stage, String score, LocalDate on) {
        return new AssessmentPart.BasicSkills(List.of(
                new TestScore("t-" + stage + on, "TABE", "11M", "reading", stage, new BigDecimal(score), null, on)));
    }

    private static AssessmentPart interview() {
        return new AssessmentPart.StaffInterview(
                List.of(new AssessmentPart.Finding("JOB_READINESS", "ready for work")), null, null);
    }

    private static AssessmentPart needs() {
        return new AssessmentPart.NeedsAndBarriers(
                List.of(new AssessmentPart.Need(AssessmentPart.Area.HOUSING, true, true)));
    }

    private void recordsAll(LocalDate on) {
        records(inventory(), on);
        records(skills(TestScore.Stage.PRE, "510", on), on);
        records(interview(), on);
        records(needs(), on);
    }

    @Test
    @DisplayName("Y3 three of four parts leave the assessment incomplete, the fourth completes it")
    void complete() {
        records(inventory(), DAY);
        records(skills(TestScore.Stage.PRE, "510", DAY), DAY);
        records(interview(), DAY.plusDays(1));
        assertThat(last).isInstanceOf(AssessmentEvent.AssessmentPartRecorded.class);
        assertThat(assessment.complete()).isFalse();
        assertThat(assessment.lacking()).containsExactly(AssessmentPart.Kind.NEEDS_AND_BARRIERS);
        records(needs(), DAY.plusDays(2));
        assertThat(last).isInstanceOf(AssessmentEvent.AssessmentCompleted.class);
        assertThat(assessment.completedOn()).isEqualTo(DAY.plusDays(2));
    }

    @Test
    @DisplayName("N2 a number that no test gives is refused, not stored")
    void impossibleScore() {
        records(skills(TestScore.Stage.PRE, "1e9000", DAY), DAY);
        assertThat(refusal).isNotNull();
        records(skills(TestScore.Stage.PRE, "-1", DAY), DAY);
        assertThat(refusal).isNotNull();
        records(skills(TestScore.Stage.PRE, "100000", DAY), DAY);
        assertThat(refusal).isNull();
    }

    @Test
    @DisplayName("Y3 a part recorded again before completion does not stand for another")
    void samePartTwice() {
        for (int i = 0; i < 4; i++) {
            records(inventory(), DAY);
        }
        assertThat(assessment.complete()).isFalse();
        assertThat(assessment.lacking()).hasSize(3);
    }

    @Test
    @DisplayName("Y3 it is repeated as things change: a new round starts, the old completion stands until the new one")
    void repeated() {
        recordsAll(DAY);
        records(needs(), DAY.plusDays(90));
        assertThat(AssessmentSnapshot.of(assessment).round()).isEqualTo(2);
        assertThat(AssessmentSnapshot.of(assessment).partsDone())
                .containsExactly(AssessmentPart.Kind.NEEDS_AND_BARRIERS);
        assertThat(assessment.completedOn()).isEqualTo(DAY);
        assertThat(assessment.parts()).hasSize(5);
    }

    @Test
    @DisplayName("Y3 an empty part is refused and nothing is announced")
    void emptyPart() {
        records(new AssessmentPart.CareerInventory("x", List.of("cooking"), List.of(), List.of("calm")), DAY);
        assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo("Y3");
        records(new AssessmentPart.BasicSkills(List.of()), DAY);
        assertThat(refusal).isNotNull();
        assertThat(last).isNull();
    }

    @Test
    @DisplayName(
            "N2 a score after is paired with the latest one before of the same test and area, and refused without one")
    void pairs() {
        records(skills(TestScore.Stage.POST, "560", DAY), DAY);
        assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo("N2");
        recordsAll(DAY);
        records(skills(TestScore.Stage.POST, "560", DAY.plusDays(100)), DAY.plusDays(100));
        assertThat(assessment.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.pre().score()).isEqualByComparingTo("510");
            assertThat(pair.post().score()).isEqualByComparingTo("560");
        });
    }

    @Test
    @DisplayName("N2 what the policy wants spoken of and nobody has, shows")
    void topics() {
        assertThat(assessment.topicsOpen(QUESTIONS)).containsExactly("JOB_READINESS", "OTHER_FUNDING");
        recordsAll(DAY);
        assertThat(assessment.topicsOpen(QUESTIONS)).containsExactly("OTHER_FUNDING");
    }

    @Test
    @DisplayName("N2 a topic that is not on the programme's list is refused by name, and nothing is announced")
    void unknownTopic() {
        records(
                new AssessmentPart.StaffInterview(
                        List.of(new AssessmentPart.Finding("STAR_SIGN", "Libra")), null, null),
                DAY);
        assertThat(Objects.requireNonNull(refusal).field()).isEqualTo("part.findings");
        assertThat(refusal.reason()).contains("STAR_SIGN");
        assertThat(last).isNull();
    }

    @Test
    @DisplayName(
            "N2 a score after has one from an earlier day: the same day is refused, the next accepted, and the gain computed")
    void gain() {
        recordsAll(DAY);
        records(skills(TestScore.Stage.POST, "560", DAY), DAY);
        assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo("N2");
        records(skills(TestScore.Stage.POST, "498.5", DAY.plusDays(1)), DAY.plusDays(1));
        assertThat(refusal).isNull();
        Assessment.Pair pair = assessment.pairs().getFirst();
        assertThat(pair.gain()).as("it fell").isEqualByComparingTo("-11.5");
        assertThat(pair.gradeLevelGain()).as("no grade levels").isNull();
    }

    @Test
    @DisplayName("N2 grade levels are compared where both scores have one; another test is no score before")
    void gradeLevels() {
        records(new AssessmentPart.BasicSkills(List.of(graded("TABE", TestScore.Stage.PRE, "4.2", DAY))), DAY);
        records(
                new AssessmentPart.BasicSkills(List.of(graded("CASAS", TestScore.Stage.POST, "6", DAY.plusDays(90)))),
                DAY);
        assertThat(Objects.requireNonNull(refusal).reason()).contains("CASAS");
        records(
                new AssessmentPart.BasicSkills(List.of(graded("TABE", TestScore.Stage.POST, "6", DAY.plusDays(90)))),
                DAY);
        assertThat(assessment.pairs().getFirst().gradeLevelGain()).isEqualByComparingTo("1.8");
    }

    private static TestScore graded(String test, TestScore.Stage stage, String level, LocalDate on) {
        return new TestScore(
                "g-" + stage + on, test, "11M", "reading", stage, new BigDecimal("500"), new BigDecimal(level), on);
    }

    @Test
    @DisplayName("N2 a score of today is accepted, of tomorrow refused")
    void futureScore() {
        records(skills(TestScore.Stage.PRE, "510", DAY.plusDays(401)), DAY);
        assertThat(Objects.requireNonNull(refusal).field()).isEqualTo("part.scores");
        records(skills(TestScore.Stage.PRE, "510", DAY.plusDays(400)), DAY);
        assertThat(refusal).isNull();
    }

    private void settles(AssessmentPart.Area area, LocalDate on) {
        refusal = null;
        last = null;
        NeedOutcome outcome = new NeedOutcome(
                "o-" + ++ids,
                area,
                NeedOutcome.Result.MET,
                on,
                "a room was found",
                "w-1",
                assessment.parts().size());
        switch (assessment.settle(outcome, DAY.plusDays(400))) {
            case Decision.Accepted<Assessment>(Assessment state, Happened happened) -> {
                assessment = state;
                last = happened;
            }
            case Decision.Unchanged<Assessment> _ -> {}
            case Decision.Refused<Assessment>(Refusal why) -> refusal = why;
        }
    }

    @Test
    @DisplayName(
            "L6 a need is open until it has an outcome, on the day it was found at the earliest and today at the latest")
    void needOutcome() {
        recordsAll(DAY);
        assertThat(assessment.needs())
                .singleElement()
                .satisfies(n -> assertThat(n.open()).isTrue());
        settles(AssessmentPart.Area.HOUSING, DAY.minusDays(1));
        assertThat(Objects.requireNonNull(refusal).field()).isEqualTo("on");
        settles(AssessmentPart.Area.HOUSING, DAY.plusDays(401));
        assertThat(Objects.requireNonNull(refusal).field()).isEqualTo("on");
        settles(AssessmentPart.Area.FOOD, DAY);
        assertThat(Objects.requireNonNull(refusal).allowed()).containsExactly("HOUSING");
        assertThat(last).as("nothing was announced").isNull();
        settles(AssessmentPart.Area.HOUSING, DAY);
        assertThat(last).isInstanceOf(AssessmentEvent.NeedSettled.class);
        assertThat(assessment.needs().getFirst().open()).isFalse();
        settles(AssessmentPart.Area.HOUSING, DAY);
        assertThat(refusal).as("once").isNotNull();
    }

    @Test
    @DisplayName(
            "L6 Y3 a need that comes back in a later round is another one; said twice while it is open it is the same")
    void needComesBack() {
        recordsAll(DAY);
        records(needs(), DAY.plusDays(10));
        assertThat(assessment.needs()).hasSize(1);
        settles(AssessmentPart.Area.HOUSING, DAY.plusDays(30));
        assertThat(assessment.needs()).as("the one, settled").hasSize(1);
        records(needs(), DAY.plusDays(200));
        assertThat(assessment.needs()).hasSize(2);
        assertThat(assessment.needs().getLast().since()).isEqualTo(DAY.plusDays(200));
        assertThat(assessment.needs().getLast().open()).isTrue();
    }
}
