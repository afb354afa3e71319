package org.throughcare.scheduling.calendar.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.calendar.CalendarAddresses;
import org.throughcare.scheduling.calendar.WorkersCalendar;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.task.KeepingTasks;

@Configuration(proxyBeanMethods = false)
class CalendarParts {

    @Bean
    CalendarAddresses calendarAddresses(TenantDatabases databases) {
        return new StoredCalendarAddresses(databases);
    }

    @Bean
    WorkersCalendar workersCalendar(Diary diary, KeepingTasks tasks, Known known, BusinessClock clock) {
        return new WorkersCalendar(diary, tasks, known, clock::now);
    }
}
