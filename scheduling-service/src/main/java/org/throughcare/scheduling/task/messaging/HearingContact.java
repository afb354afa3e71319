package org.throughcare.scheduling.task.messaging;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.holiday.BusinessDays;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.task.FollowingUp;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.TellingOfPlanChanges;

/** Contact that is on record does the tasks that ask for it; an exit opens its follow-ups, a plan that others changed a task. */
@Configuration(proxyBeanMethods = false)
class HearingContact {

    private static final Set<String> PLAN_CHANGES = Set.of("goal-set", "goal-reached", "goal-dropped", "plan-revised");

    /** Who changed it is in the envelope. */
    record PlanChange() {}

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

    @Bean
    TellingOfPlanChanges tellingOfPlanChanges(KeepingTasks tasks, Known known, BusinessDays businessDays) {
        return new TellingOfPlanChanges(tasks, known, businessDays);
    }

    @Bean
    Subscription<PlanChange> hearingPlanChanges(TellingOfPlanChanges telling, Known known) {
        return Subscription.toFacts("participant", "plan", PlanChange.class, PLAN_CHANGES, (copy, heard) -> {
            String participant = heard.subject();
            telling.tell(new TellingOfPlanChanges.Change(
                    heard.eventId(),
                    participant,
                    heard.actor().staffId(),
                    LocalDate.ofInstant(heard.time(), known.zoneOf(participant))));
        });
    }
}
