package org.throughcare.participant.calendar.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.throughcare.participant.calendar.CaseloadCalendar;
import org.throughcare.participant.calendar.DaysAhead;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.plan.Plan;
import org.throughcare.platform.calendar.CalendarAddressParts;
import org.throughcare.platform.store.Aggregates;

@Configuration(proxyBeanMethods = false)
@Import(CalendarAddressParts.class)
class CalendarParts {

    @Bean
    DaysAhead daysAhead(Aggregates<Enrolment> enrolments, Aggregates<Plan> plans) {
        return new DaysAhead(enrolments, plans);
    }

    @Bean
    CaseloadCalendar caseloadCalendar(
            Aggregates<Case> cases,
            Aggregates<Participant> participants,
            Aliases aliases,
            Resting<Case> resting,
            DaysAhead days) {
        return new CaseloadCalendar(cases, participants, aliases, resting, days);
    }
}
