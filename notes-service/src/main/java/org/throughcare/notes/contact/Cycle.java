package org.throughcare.notes.contact;

import java.time.LocalDate;
import java.time.YearMonth;
import org.throughcare.notes.known.ContactTerms.Unit;

/**
 * How often contact is owed.
 *
 * @param days for rolling days alone
 */
public record Cycle(Unit unit, int days) {

    private static final int MONTHS_OF_A_QUARTER = 3;

    /**
     * The last day on which the next contact is in time. By the calendar it is the end of the month or quarter after the one of the
     * last contact; the start of an obligation counts as one, so that a first, broken month is never owed.
     */
    LocalDate dueAfter(LocalDate last) {
        return switch (unit) {
            case ROLLING_DAYS -> last.plusDays(days);
            case CALENDAR_MONTH -> YearMonth.from(last).plusMonths(1).atEndOfMonth();
            case QUARTER -> {
                int month = (last.getMonthValue() - 1) / MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER + 1;
                yield YearMonth.of(last.getYear(), month)
                        .plusMonths(2L * MONTHS_OF_A_QUARTER - 1)
                        .atEndOfMonth();
            }
        };
    }
}
