package org.throughcare.participant.household;

import java.time.LocalDate;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a household. */
public sealed interface HouseholdEvent extends Happened {

    record HouseholdOpened(LocalDate on) implements HouseholdEvent {}

    record HouseholdMemberJoined(String member, LocalDate from) implements HouseholdEvent {}

    record HouseholdMemberLeft(String member, LocalDate on) implements HouseholdEvent {}

    record HouseholdHeadChanged(String member) implements HouseholdEvent {}

    record HouseholdApproachChanged(Approach to) implements HouseholdEvent {}

    record FamilyPlanStarted(LocalDate on) implements HouseholdEvent {}

    record FamilyGoalSet(String goal) implements HouseholdEvent {}

    record FamilyGoalClosed(String goal, FamilyGoal.State as, LocalDate on) implements HouseholdEvent {}

    record FamilyParticipationRecorded(String member, String goal, LocalDate on) implements HouseholdEvent {}
}
