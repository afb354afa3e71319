package org.throughcare.scheduling.calendar.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.throughcare.platform.calendar.CalendarAddressParts;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.calendar.WorkersCalendar;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.task.KeepingTasks;

@Configuration(proxyBeanMethods = false)
@Import(CalendarAddressParts.class)
class CalendarParts {

    @Bean
    WorkersCalendar workersCalendar(Diary diary, KeepingTasks tasks, Known known, BusinessClock clock) {
        return new WorkersCalendar(diary, tasks, known, clock::now);
    }
}
