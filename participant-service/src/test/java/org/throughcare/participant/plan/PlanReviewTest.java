package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.participant.enrolment.NewActivity;

/** When a plan is due to be looked at again. */
class PlanReviewTest extends PlanStory {

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
