package org.throughcare.scheduling.group.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.group.BookingSessions;
import org.throughcare.scheduling.group.GroupEvent;
import org.throughcare.scheduling.group.GroupPlanning;
import org.throughcare.scheduling.group.GroupPlanningEvent;
import org.throughcare.scheduling.group.GroupPlanningSnapshot;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.GroupSnapshot;
import org.throughcare.scheduling.group.KeepingSeats;
import org.throughcare.scheduling.group.PlanningAGroup;
import org.throughcare.scheduling.group.Rosters;
import org.throughcare.scheduling.group.RunningGroups;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.task.KeepingTasks;

@Configuration(proxyBeanMethods = false)
class GroupParts {

    static final AggregateType<GroupSeries> TYPE = AggregateType.named(
                    "group-series", GroupSeries.class, GroupEvent.class)
            .announcing(GroupSnapshot.class, GroupSnapshot::of)
            .atSite(GroupSeries::site)
            .indexed("site")
            .indexed("leader")
            .indexed("roster.id")
            .indexed("waitlist.id")
            .indexed("former.id")
            .build();

    static final AggregateType<GroupPlanning> PLANNING = AggregateType.named(
                    "group-planning", GroupPlanning.class, GroupPlanningEvent.class)
            .announcing(GroupPlanningSnapshot.class, GroupPlanningSnapshot::of)
            .withDeadline(GroupPlanning::heldUntil, GroupPlanning::visit)
            .build();

    @Bean
    Aggregates<GroupSeries> groups(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Aggregates<GroupPlanning> groupPlannings(AggregateStores stores) {
        return stores.of(PLANNING);
    }

    @Bean
    BookingSessions bookingSessions(
            Aggregates<Appointment> appointments,
            BookingAnAppointment booking,
            MovingAnAppointment moving,
            CancellingAnAppointment cancelling,
            PlanningRules rules,
            BusinessClock clock) {
        return new BookingSessions(appointments, booking, moving, cancelling, rules, clock::now);
    }

    @Bean
    PlanningAGroup planningAGroup(
            Aggregates<GroupSeries> groups,
            Aggregates<GroupPlanning> plannings,
            BookingSessions sessions,
            BusinessClock clock) {
        return new PlanningAGroup(groups, plannings, sessions, clock::now);
    }

    @Bean
    RunningGroups runningGroups(Aggregates<GroupSeries> groups, Known known, BusinessClock clock) {
        return new RunningGroups(groups, known, clock::now);
    }

    @Bean
    KeepingSeats keepingSeats(
            Aggregates<GroupSeries> groups,
            Rosters rosters,
            PlanningRules rules,
            Known known,
            KeepingTasks tasks,
            BusinessClock clock) {
        return new KeepingSeats(groups, rosters, rules, known, tasks, clock::now);
    }
}
