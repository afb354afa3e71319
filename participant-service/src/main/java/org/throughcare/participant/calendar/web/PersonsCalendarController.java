package org.throughcare.participant.calendar.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.calendar.CaseloadCalendar;
import org.throughcare.participant.calendar.DayAhead;
import org.throughcare.participant.calendar.DaysAhead;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;

/**
 * Y16 (youth case management procedure): exit, follow-ups and the plan's review of one participant, for those who may see the case. Whole
 * days at the participant's site. 403 without a right to the case, 404 when there is no such participant.
 */
@RestController
@RequestMapping("/participants/{participant}")
class PersonsCalendarController {

    private final DaysAhead days;
    private final CaseloadCalendar calendars;
    private final Aggregates<Participant> participants;
    private final PersonFiles files;

    PersonsCalendarController(
            DaysAhead days, CaseloadCalendar calendars, Aggregates<Participant> participants, PersonFiles files) {
        this.days = days;
        this.calendars = calendars;
        this.participants = participants;
        this.files = files;
    }

    record CalendarView(String participant, List<DayAhead> days) {}

    /** The nearest day first; one that has passed stays until what it is about is done. */
    @GetMapping("/calendar")
    CalendarView list(@PathVariable UUID participant, Caller caller) {
        List<UUID> ids = read(participant, caller);
        return new CalendarView(ids.getFirst().toString(), days.of(ids));
    }

    /** The same as iCalendar, with the case number for the name. */
    @GetMapping("/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable UUID participant, Caller caller) {
        return CalendarController.answer(calendars.ofPerson(read(participant, caller)));
    }

    private List<UUID> read(UUID participant, Caller caller) {
        List<UUID> ids = files.open(participant, false, "calendar", caller);
        if (participants.find(ids.getFirst().toString()).isEmpty()) {
            throw ProblemException.notFound("participant", participant.toString());
        }
        return ids;
    }
}
