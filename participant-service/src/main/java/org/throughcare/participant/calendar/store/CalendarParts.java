package org.throughcare.participant.calendar.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.calendar.CalendarAddresses;
import org.throughcare.participant.calendar.CaseloadCalendar;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;

@Configuration(proxyBeanMethods = false)
class CalendarParts {

    @Bean
    CalendarAddresses calendarAddresses(TenantDatabases databases) {
        return new StoredCalendarAddresses(databases);
    }

    @Bean
    CaseloadCalendar caseloadCalendar(
            Aggregates<Case> cases,
            Aggregates<Enrolment> enrolments,
            Aggregates<Participant> participants,
            Aliases aliases,
            Resting<Case> resting) {
        return new CaseloadCalendar(cases, enrolments, participants, aliases, resting);
    }
}
