package org.throughcare.scheduling.group;

import org.throughcare.platform.aggregate.Happened;

/** What can happen while a group is planned. */
public sealed interface GroupPlanningEvent extends Happened {

    record PlanningBegun() implements GroupPlanningEvent {}

    record PlanningEnded() implements GroupPlanningEvent {}

    record PlanningBrokeOff() implements GroupPlanningEvent {}
}
