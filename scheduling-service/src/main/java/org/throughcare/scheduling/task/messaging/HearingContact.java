package org.throughcare.scheduling.task.messaging;

import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.task.FollowingUp;
import org.throughcare.scheduling.task.KeepingTasks;

/** Contact that is on record does the tasks that ask for it; an exit opens its follow-ups. */
@Configuration(proxyBeanMethods = false)
class HearingContact {

    @Bean
    Subscription<KnownNote> hearingNotes(Copies<KnownNote> notes, Known known, KeepingTasks tasks) {
        return Subscription.toState("notes", "case-note", KnownNote.class, notes, (copy, heard) -> {
            KnownNote note = copy.snapshot();
            if (note.isContact()) {
                LocalDate on = LocalDate.ofInstant(note.occurredAt(), known.zoneOf(note.participant()));
                tasks.contactMade(note.participant(), on, KeepingTasks.NOTE, note.id());
            }
        });
    }

    @Bean
    Subscription<KnownEnrolment> hearingEnrolments(
            Copies<KnownEnrolment> enrolments, FollowingUp followingUp, KeepingTheCadence cadence) {
        return Subscription.toState("participant", "enrolment", KnownEnrolment.class, enrolments, (copy, heard) -> {
            followingUp.bringAbout(copy.snapshot(), copy.revision());
            cadence.bringAbout(copy.id(), heard.eventId());
        });
    }
}
