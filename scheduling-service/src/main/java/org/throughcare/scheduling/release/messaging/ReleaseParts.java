package org.throughcare.scheduling.release.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.availability.FindingFreeSlots;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.group.KeepingSeats;
import org.throughcare.scheduling.holiday.BusinessDays;
import org.throughcare.scheduling.holiday.FederalHolidays;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.release.ContactAfterRelease;
import org.throughcare.scheduling.release.FollowingTheTeam;
import org.throughcare.scheduling.release.Replanning;
import org.throughcare.scheduling.task.KeepingTasks;

@Configuration(proxyBeanMethods = false)
class ReleaseParts {

    @Bean
    BusinessDays businessDays() {
        return new BusinessDays(new FederalHolidays());
    }

    @Bean
    ContactAfterRelease contactAfterRelease(
            Known known,
            KeepingTasks tasks,
            FindingFreeSlots slots,
            BookingAnAppointment booking,
            Diary diary,
            BusinessDays businessDays,
            BusinessClock clock) {
        return new ContactAfterRelease(known, tasks, slots, booking, diary, businessDays, clock::now);
    }

    @Bean
    Replanning replanning(
            Known known,
            Diary diary,
            BookingAnAppointment booking,
            CancellingAnAppointment cancelling,
            KeepingTasks tasks,
            ContactAfterRelease contact,
            BusinessClock clock) {
        return new Replanning(known, diary, booking, cancelling, tasks, contact, clock::now);
    }

    @Bean
    FollowingTheTeam followingTheTeam(
            Known known,
            Diary diary,
            MovingAnAppointment moving,
            CancellingAnAppointment cancelling,
            KeepingTasks tasks,
            Replanning replanning,
            BusinessClock clock) {
        return new FollowingTheTeam(known, diary, moving, cancelling, tasks, replanning, clock::now);
    }

    @Bean
    Subscription<KnownCustody> hearingCustody(
            Copies<KnownCustody> custodies, Replanning replanning, KeepingSeats seats, KeepingTheCadence cadence) {
        return Subscription.toState("participant", "custody", KnownCustody.class, custodies, (copy, heard) -> {
            replanning.bringAbout(copy.id());
            seats.bringAbout(copy.id());
            cadence.bringAbout(copy.id(), heard.eventId());
        });
    }

    @Bean
    Subscription<KnownCase> hearingCases(Copies<KnownCase> cases, FollowingTheTeam team, KeepingTheCadence cadence) {
        return Subscription.toState("participant", "case", KnownCase.class, cases, (copy, heard) -> {
            team.bringAbout(copy.snapshot(), copy.revision());
            cadence.bringAbout(copy.id(), heard.eventId());
        });
    }
}
