package org.throughcare.notes.known;

import java.util.Set;
import org.throughcare.notes.note.Method;

/**
 * What one programme asks of contact, in force at a site on a day.
 *
 * @param version of the policy; 0 for what the suite ships, when none was published
 * @param unit how the time between contacts is counted
 * @param everyDays for rolling days alone
 * @param lapseDays a lapse this long opens a search (Y10)
 */
public record ContactTerms(
        String programme,
        int version,
        Unit unit,
        int everyDays,
        Set<Method> methods,
        Set<Method> attemptOnly,
        int lapseDays) {

    /** How the time between contacts is counted: Y7 and H3 go by the calendar, N6 and C1 by days. */
    public enum Unit {
        ROLLING_DAYS,
        CALENDAR_MONTH,
        QUARTER
    }

    public ContactTerms {
        methods = Set.copyOf(methods);
        attemptOnly = Set.copyOf(attemptOnly);
    }
}
