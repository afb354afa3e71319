package org.throughcare.participant.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Uid;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Y16: the days on which the participations of a worker's caseload end unless a service is given, and the follow-ups that are due, as
 * iCalendar (RFC 5545). Whole days at the participant's site. It leaves the suite: people are case numbers in it, never names. A
 * person with several ids is in it once, by the case that counts and the enrolment that is read first or still runs (H8).
 */
public final class CaseloadCalendar {

    /** More open cases than any worker has. */
    private static final int ALL = 1000;

    private final Aggregates<Case> cases;
    private final Aggregates<Enrolment> enrolments;
    private final Aggregates<Participant> participants;
    private final Aliases aliases;
    private final Resting<Case> resting;

    public CaseloadCalendar(
            Aggregates<Case> cases,
            Aggregates<Enrolment> enrolments,
            Aggregates<Participant> participants,
            Aliases aliases,
            Resting<Case> resting) {
        this.cases = cases;
        this.enrolments = enrolments;
        this.participants = participants;
        this.aliases = aliases;
        this.resting = resting;
    }

    public String of(String worker) {
        Calendar calendar = new Calendar()
                .withProdId("-//Throughcare//Participants//EN")
                .withDefaults()
                .getFluentTarget();
        cases.where("primary", worker, ALL).stream()
                .map(Stored::state)
                .filter(each -> each.state() == Case.State.OPEN)
                .map(Case::participant)
                .filter(participant -> !resting.rests(participant))
                .map(aliases::allOf)
                .forEach(ids -> EnrolmentSnapshot.ofPerson(ids.stream()
                                .flatMap(id -> enrolments.find(id.toString()).stream())
                                .map(stored -> EnrolmentSnapshot.of(stored.state()))
                                .toList())
                        .ifPresent(enrolment -> add(ids.getFirst(), enrolment, calendar)));
        return written(calendar);
    }

    private void add(UUID participant, EnrolmentSnapshot enrolment, Calendar calendar) {
        String caseNumber = participants
                .find(participant.toString())
                .map(p -> p.state().caseNumber())
                .orElse("not known");
        LocalDate ends = enrolment.exitProjectedOn();
        if (ends != null) {
            calendar.add(day(
                    ends,
                    "Participation ends unless a service is given before, case " + caseNumber,
                    enrolment.period() + "-exit"));
        }
        enrolment.followUps().stream()
                .filter(followUp -> followUp.doneOn() == null)
                .forEach(followUp -> calendar.add(day(
                        followUp.dueOn(),
                        "Follow-up of month " + followUp.month() + " due, case " + caseNumber,
                        followUp.id())));
    }

    /** The same thing has the same id whenever it is fetched, so that a moved day moves the entry. */
    private static VEvent day(LocalDate on, String summary, String id) {
        VEvent event = new VEvent(on, summary);
        event.add(new Uid(id + "@throughcare"));
        return event;
    }

    private static String written(Calendar calendar) {
        try (StringWriter text = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
