package org.throughcare.participant.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Uid;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Y16: the days ahead of one participant, or of everybody on a worker's caseload, as iCalendar (RFC 5545). Whole days at the participant's
 * site. It leaves the suite: people are case numbers in it, never names. A person with several ids is in it once, by the case that
 * counts (H8).
 */
public final class CaseloadCalendar {

    /** More open cases than any worker has. */
    private static final int ALL = 1000;

    private final Aggregates<Case> cases;
    private final Aggregates<Participant> participants;
    private final Aliases aliases;
    private final Resting<Case> resting;
    private final DaysAhead days;

    public CaseloadCalendar(
            Aggregates<Case> cases,
            Aggregates<Participant> participants,
            Aliases aliases,
            Resting<Case> resting,
            DaysAhead days) {
        this.cases = cases;
        this.participants = participants;
        this.aliases = aliases;
        this.resting = resting;
        this.days = days;
    }

    public String of(String worker) {
        Calendar calendar = empty();
        cases.where("primary", worker, ALL).stream()
                .map(Stored::state)
                .filter(each -> each.state() == Case.State.OPEN)
                .map(Case::participant)
                .filter(participant -> !resting.rests(participant))
                .map(aliases::allOf)
                .forEach(ids -> add(ids, calendar));
        return written(calendar);
    }

    /** @param ids of the person, the one that stands for them first */
    public String ofPerson(List<UUID> ids) {
        Calendar calendar = empty();
        add(ids, calendar);
        return written(calendar);
    }

    private static Calendar empty() {
        return new Calendar()
                .withProdId("-//Throughcare//Participants//EN")
                .withDefaults()
                .getFluentTarget();
    }

    private void add(List<UUID> ids, Calendar calendar) {
        String caseNumber = participants
                .find(ids.getFirst().toString())
                .map(p -> p.state().caseNumber())
                .orElse("not known");
        days.of(ids).forEach(each -> calendar.add(entry(each, caseNumber)));
    }

    private static VEvent entry(DayAhead day, String caseNumber) {
        VEvent event = new VEvent(day.on(), day.what() + ", case " + caseNumber);
        event.add(new Uid(day.id() + "@throughcare"));
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
