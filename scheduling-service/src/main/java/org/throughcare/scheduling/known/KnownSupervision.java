package org.throughcare.scheduling.known;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a person reports to the officer who supervises them (L14). Who that is stays with participant-service.
 *
 * @param from first day of the supervision, at the person's site
 * @param until its last day, when known
 */
public record KnownSupervision(LocalDate from, @Nullable LocalDate until, List<Reporting> reporting) {

    /**
     * A time of the person's site.
     *
     * @param on the one day it is on; null when it is every week
     * @param day of the week, when it is every week
     * @param from first day of its validity; null when it holds from the beginning of the supervision
     * @param until last day of its validity; null when it holds to the end
     */
    public record Reporting(
            @Nullable LocalDate on,
            @Nullable DayOfWeek day,
            LocalTime begins,
            LocalTime ends,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        boolean falls(LocalDate date) {
            return on != null
                    ? on.equals(date)
                    : date.getDayOfWeek() == day
                            && (from == null || !date.isBefore(from))
                            && (until == null || !date.isAfter(until));
        }

        private boolean overlaps(LocalDate date, ZonedDateTime start, ZonedDateTime end) {
            return date.atTime(begins).atZone(start.getZone()).isBefore(end)
                    && date.atTime(ends).atZone(start.getZone()).isAfter(start);
        }
    }

    public KnownSupervision {
        reporting = reporting == null ? List.of() : List.copyOf(reporting);
    }

    /** What the person has to be at then, if anything; start and end in the zone of their site. */
    public Optional<Reporting> reporting(ZonedDateTime start, ZonedDateTime end) {
        return start.toLocalDate()
                .datesUntil(end.toLocalDate().plusDays(1))
                .filter(this::holds)
                .flatMap(date -> reporting.stream().filter(each -> each.falls(date) && each.overlaps(date, start, end)))
                .findFirst();
    }

    private boolean holds(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }
}
