package org.throughcare.scheduling.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Counts days on which business is done: neither weekends nor federal holidays. */
public final class BusinessDays {

    private final Predicate<LocalDate> holiday;

    public BusinessDays(Predicate<LocalDate> holiday) {
        this.holiday = holiday;
    }

    /** The n-th business day after the given day, which itself does not count; the day itself when n is zero. */
    public LocalDate after(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(1);
            if (isBusinessDay(at)) {
                left--;
            }
        }
        return at;
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }
}
