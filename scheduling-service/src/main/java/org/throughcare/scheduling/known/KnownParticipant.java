package org.throughcare.scheduling.known;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scheduling knows of a person: the number people say on the phone, never a name, and when they cannot come.
 *
 * @param priorityOfService comes first on waitlists (Y1)
 * @param participantAvailability when they are busy, weekly, in the zone of their site (L8)
 * @param supervision when they report to an officer; null when nobody supervises them (L14)
 */
public record KnownParticipant(
        String id,
        String caseNumber,
        @Nullable String site,
        @Nullable ZoneId zone,
        @Nullable Boolean priorityOfService,
        List<BusyTime> participantAvailability,
        @Nullable KnownSupervision supervision) {

    public record BusyTime(
            DayOfWeek day,
            LocalTime from,
            LocalTime until,
            @Nullable String reason) {
        boolean meets(ZonedDateTime start, ZonedDateTime end) {
            return start.getDayOfWeek() == day
                    && start.toLocalTime().isBefore(until)
                    && (end.toLocalDate().isAfter(start.toLocalDate())
                            || end.toLocalTime().isAfter(from));
        }
    }

    public KnownParticipant {
        participantAvailability = participantAvailability == null ? List.of() : List.copyOf(participantAvailability);
    }

    /** What keeps them from coming then, if anything does. */
    public Optional<BusyTime> busy(ZonedDateTime start, ZonedDateTime end) {
        return participantAvailability.stream().filter(b -> b.meets(start, end)).findFirst();
    }

    /** When they report to their officer then, if they do. */
    public Optional<KnownSupervision.Reporting> reporting(ZonedDateTime start, ZonedDateTime end) {
        return Optional.ofNullable(supervision).flatMap(each -> each.reporting(start, end));
    }
}
