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
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
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
    private final CaseAccess access;
    private final ReadAudit audit;

    PersonsCalendarController(
            DaysAhead days,
            CaseloadCalendar calendars,
            Aggregates<Participant> participants,
            CaseAccess access,
            ReadAudit audit) {
        this.days = days;
        this.calendars = calendars;
        this.participants = participants;
        this.access = access;
        this.audit = audit;
    }

    record CalendarView(String participant, List<DayAhead> days) {}

    /** The nearest day first; one that has passed stays until what it is about is done. */
    @GetMapping("/calendar")
    CalendarView list(@PathVariable UUID participant, Caller caller) {
        String id = read(participant, caller);
        return new CalendarView(id, days.of(id));
    }

    /** The same as iCalendar, with the case number for the name. */
    @GetMapping("/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable UUID participant, Caller caller) {
        return CalendarController.answer(calendars.ofParticipant(read(participant, caller)));
    }

    private String read(UUID participant, Caller caller) {
        String id = participant.toString();
        access.requireRead(caller, id);
        if (participants.find(id).isEmpty()) {
            throw ProblemException.notFound("participant", id);
        }
        audit.read(caller, id, "calendar");
        return id;
    }
}
