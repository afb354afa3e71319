package org.throughcare.scheduling.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.availability.WorkerAvailability.DayException;
import org.throughcare.scheduling.availability.WorkerAvailability.WeeklyBlock;

/**
 * Turns a weekly pattern in local time into hours on real days. On the night the clocks change, a block is as long as the
 * clock on the wall makes it: one hour shorter in spring, one longer in autumn; a block that lies in the hour that spring leaves
 * out does not exist that day.
 */
final class OpenDays {

    private OpenDays() {}

    static List<OpenHours> between(WorkerAvailability worker, Instant from, Instant to) {
        List<OpenHours> hours = new ArrayList<>();
        for (WeeklyBlock block : worker.pattern()) {
            ZoneId zone = block.spot().zone();
            LocalDate last = LocalDate.ofInstant(to, zone);
            for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
                if (day.getDayOfWeek() == block.day()) {
                    on(day, block.from(), block.to(), zone)
                            .ifPresent(b -> hours.add(new OpenHours(b.from(), b.to(), block.spot(), block.dropIn())));
                }
            }
        }
        for (DayException more : worker.exceptions()) {
            if (more.available()) {
                on(more.on(), more.from(), more.to(), more.spot().zone())
                        .ifPresent(b -> hours.add(new OpenHours(b.from(), b.to(), more.spot(), false)));
            }
        }
        return withoutTimeOff(worker, hours).stream()
                .map(h -> clipped(h, from, to))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(OpenHours::from))
                .toList();
    }

    static List<Busy> timeOff(WorkerAvailability worker) {
        return worker.exceptions().stream()
                .filter(e -> !e.available())
                .map(e -> on(e.on(), e.from(), e.to(), e.spot().zone()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<OpenHours> withoutTimeOff(WorkerAvailability worker, List<OpenHours> hours) {
        List<OpenHours> open = hours;
        for (Busy off : timeOff(worker)) {
            List<OpenHours> left = new ArrayList<>();
            for (OpenHours each : open) {
                if (!each.from().isBefore(off.to()) || !off.from().isBefore(each.to())) {
                    left.add(each);
                    continue;
                }
                if (each.from().isBefore(off.from())) {
                    left.add(new OpenHours(each.from(), off.from(), each.spot(), each.dropIn()));
                }
                if (off.to().isBefore(each.to())) {
                    left.add(new OpenHours(off.to(), each.to(), each.spot(), each.dropIn()));
                }
            }
            open = left;
        }
        return open;
    }

    private static Optional<OpenHours> clipped(OpenHours hours, Instant from, Instant to) {
        Instant start = hours.from().isBefore(from) ? from : hours.from();
        Instant end = hours.to().isAfter(to) ? to : hours.to();
        return start.isBefore(end)
                ? Optional.of(new OpenHours(start, end, hours.spot(), hours.dropIn()))
                : Optional.empty();
    }

    private static Optional<Busy> on(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
        Instant start = atOrAfter(day, from, zone);
        Instant end = atOrAfter(day, to, zone);
        return start.isBefore(end) ? Optional.of(new Busy(start, end)) : Optional.empty();
    }

    /** A local time that spring leaves out is the moment of the change; one that autumn has twice is the first. */
    private static Instant atOrAfter(LocalDate day, LocalTime at, ZoneId zone) {
        var local = day.atTime(at);
        java.time.zone.@Nullable ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
