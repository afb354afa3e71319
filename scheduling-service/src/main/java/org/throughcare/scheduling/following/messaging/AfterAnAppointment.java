package org.throughcare.scheduling.following.messaging;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.following.FollowingAnAppointment;
import org.throughcare.scheduling.release.FollowingTheTeam;
import org.throughcare.scheduling.release.Replanning;
import org.throughcare.scheduling.task.KeepingTasks;

/** This service hears its own announcements of appointments: what follows from one survives a crash between the two. */
@Configuration(proxyBeanMethods = false)
class AfterAnAppointment {

    private static final String BOOKED = "appointment-booked";

    private static final Set<String> HEARD = Set.of(
            BOOKED,
            "appointment-moved",
            "appointment-attended",
            "appointment-missed",
            "appointment-cancelled",
            "appointment-lapsed");

    /** Nothing of the happening itself: the appointment as it stands is looked at. */
    record SomethingHappened() {}

    @Bean
    Subscription<SomethingHappened> hearingOwnAppointments(
            Aggregates<Appointment> appointments, FollowingAnAppointment following) {
        return Subscription.toFacts(
                "scheduling",
                "appointment",
                SomethingHappened.class,
                HEARD,
                (copy, heard) -> appointments
                        .find(heard.subject())
                        .map(Stored::state)
                        .ifPresent(a -> following.follow(
                                a, heard.eventId(), heard.happened().equals(BOOKED) ? heard.time() : null)));
    }

    @Bean
    FollowingAnAppointment followingAnAppointment(
            CancellingAnAppointment cancelling,
            KeepingTasks tasks,
            KeepingTheCadence cadence,
            Replanning replanning,
            FollowingTheTeam team,
            BusinessClock clock) {
        return new FollowingAnAppointment(cancelling, tasks, cadence, replanning, team, clock::now);
    }
}
