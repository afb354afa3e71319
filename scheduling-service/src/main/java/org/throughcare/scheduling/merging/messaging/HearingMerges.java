package org.throughcare.scheduling.merging.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.group.KeepingSeats;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.merging.FollowingAMerge;
import org.throughcare.scheduling.release.Replanning;
import org.throughcare.scheduling.task.FollowingUp;
import org.throughcare.scheduling.task.KeepingTasks;

/** Records of participants, and with them whether two are one person's. */
@Configuration(proxyBeanMethods = false)
class HearingMerges {

    @Bean
    FollowingAMerge followingAMerge(
            Known known,
            Aggregates<Appointment> appointments,
            KeepingTasks tasks,
            FollowingUp followingUp,
            Replanning replanning,
            KeepingSeats seats,
            KeepingTheCadence cadence) {
        return new FollowingAMerge(known, appointments, tasks, followingUp, replanning, seats, cadence);
    }

    @Bean
    Subscription<KnownParticipant> hearingParticipants(
            Copies<KnownParticipant> participants, FollowingAMerge following) {
        return Subscription.toState(
                "participant",
                "participant",
                KnownParticipant.class,
                participants,
                (copy, heard) -> following.bringAbout(copy.id(), heard.eventId()));
    }
}
