package org.throughcare.participant.identity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Formal supervision and the officer in charge of it (L14). What the officer is told needs a release of information.
 *
 * @param recipient the agency as releases of information name it; null while there is none to check against
 * @param until last day, when known
 * @param reporting when the person has to report, so that appointments can be kept clear of it
 */
public record Supervision(
        String officer,
        String agency,
        @Nullable UUID recipient,
        @Nullable String phone,
        @Nullable String email,
        LocalDate from,
        @Nullable LocalDate until,
        List<Reporting> reporting) {

    /**
     * A time at which the person reports to the officer; times at the participant's site.
     *
     * @param on the one day it is on; null when it is every week
     * @param day of the week, when it is every week
     * @param from the first day of its validity; null when it holds from the beginning of the supervision
     * @param until its last day; null when it holds to the end
     */
    public record Reporting(
            UUID id,
            @Nullable LocalDate on,
            @Nullable DayOfWeek day,
            LocalTime begins,
            LocalTime ends,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        private @Nullable String fault() {
            if ((on == null) == (day == null)) {
                return "A reporting time is on one day, or every week on a day of the week.";
            }
            if (!begins.isBefore(ends)) {
                return "A reporting time ends after it begins, on the same day.";
            }
            return from != null && until != null && until.isBefore(from)
                    ? "A reporting time ends on the day it begins or later."
                    : null;
        }
    }

    public Supervision {
        reporting = reporting == null ? List.of() : List.copyOf(reporting);
    }

    @Nullable
    Refusal fault() {
        if (until != null && until.isBefore(from)) {
            return Refusal.invalid("L14", "until", "Supervision ends after it begins.");
        }
        Set<UUID> ids = new HashSet<>();
        for (Reporting each : reporting) {
            String wrong = ids.add(each.id()) ? each.fault() : "Each reporting time has an id of its own.";
            if (wrong != null) {
                return Refusal.invalid("L14", "reporting", wrong);
            }
        }
        return null;
    }
}
