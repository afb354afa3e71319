package org.throughcare.scheduling.holiday;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;

/** The holidays of the United States' federal government, on the days they are observed. */
public final class FederalHolidays implements Predicate<LocalDate> {

    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));

    @Override
    public boolean test(LocalDate day) {
        return manager.isHoliday(day) || isColumbusDay(day) || isNewYearsDayObserved(day);
    }

    /** The calendar knows it as a holiday of single states only; it is a federal one all the same. */
    private static boolean isColumbusDay(LocalDate day) {
        return day.getMonth() == Month.OCTOBER
                && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)));
    }

    /** Observed in the year before when the first of January is a Saturday. */
    private static boolean isNewYearsDayObserved(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 31 && day.getDayOfWeek() == DayOfWeek.FRIDAY;
    }
}
