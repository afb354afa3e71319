package org.throughcare.participant.plan;

import java.time.LocalDate;
import org.throughcare.participant.enrolment.NewActivity;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a plan. */
public sealed interface PlanEvent extends Happened {

    record PlanStarted(LocalDate on) implements PlanEvent {}

    record GoalSet(String goal, int version) implements PlanEvent {}

    record GoalReached(String goal, LocalDate on) implements PlanEvent {}

    record GoalDropped(String goal, LocalDate on) implements PlanEvent {}

    record PlanRevised(int version) implements PlanEvent {}

    record PlanAcknowledged(int version, LocalDate on) implements PlanEvent {}

    record PlanReviewed(LocalDate on, LocalDate nextDueOn) implements PlanEvent {}

    /** A service was completed, so that a review is due by that day at the latest. */
    record PlanReviewCalledFor(String service, LocalDate dueOn) implements PlanEvent {}

    /** Activity is new, or wider than it was planned, so that the plan is to be updated. */
    record PlanUpdatePrompted(String service, NewActivity.Kind kind, LocalDate dueOn) implements PlanEvent {}

    /** The assessment was repeated, so that a review is due by that day at the latest. */
    record PlanRestsOnNewAssessment(int round, LocalDate dueOn) implements PlanEvent {}

    record PlanReviewOverdue(LocalDate dueOn) implements PlanEvent {}
}
