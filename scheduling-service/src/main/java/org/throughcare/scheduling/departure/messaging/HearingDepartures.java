package org.throughcare.scheduling.departure.messaging;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.departure.FindingALeader;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.release.FollowingTheTeam;
import org.throughcare.scheduling.task.KeepingTasks;

/** What is booked with a worker is looked at when there is news of them, and a group when it is planned, whichever comes last (L12). */
@Configuration(proxyBeanMethods = false)
class HearingDepartures {

    /** Nothing of the happening itself: the group as it stands is looked at. */
    record Planned() {}

    @Bean
    FindingALeader findingALeader(
            Aggregates<GroupSeries> groups, PlanningRules rules, Known known, KeepingTasks tasks, BusinessClock clock) {
        return new FindingALeader(groups, rules, known, tasks, clock::now);
    }

    @Bean
    Subscription<KnownStaff> hearingStaff(Copies<KnownStaff> staff, FollowingTheTeam team, FindingALeader leaders) {
        return Subscription.toState("participant", "staff-member", KnownStaff.class, staff, (copy, heard) -> {
            team.recheckAllOf(copy.snapshot(), heard.eventId());
            leaders.newsOf(copy.snapshot(), heard.eventId());
        });
    }

    @Bean
    Subscription<Planned> hearingPlannedGroups(FindingALeader leaders) {
        return Subscription.toFacts(
                "scheduling",
                "group-series",
                Planned.class,
                Set.of("group-planned"),
                (planned, heard) -> leaders.bringAbout(heard.subject(), heard.eventId()));
    }
}
