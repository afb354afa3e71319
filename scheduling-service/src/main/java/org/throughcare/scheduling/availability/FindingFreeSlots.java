package org.throughcare.scheduling.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.known.Setting;

/** Finds the times at which a worker is there and not taken. */
public final class FindingFreeSlots {

    /** The grid on which claims are made. */
    private static final Duration GRID = Duration.ofMinutes(5);

    private static final Duration LONGEST_MEETING = Duration.ofHours(12);

    private final Aggregates<WorkerAvailability> workers;
    private final Diary diary;
    private final Known known;

    /** @param setting null for all */
    public record Wanted(
            String worker,
            Instant from,
            Instant to,
            Duration length,
            @Nullable Setting setting) {}

    public FindingFreeSlots(Aggregates<WorkerAvailability> workers, Diary diary, Known known) {
        this.workers = workers;
        this.diary = diary;
        this.known = known;
    }

    /**
     * Slots one after another, drop-in hours whole; empty when the worker's availability is not known, and from the day after
     * their last one (L12).
     */
    public List<FreeSlot> find(Wanted wanted) {
        return workers.find(wanted.worker())
                .map(Stored::state)
                .map(worker -> slots(worker, busy(wanted), wanted))
                .map(free -> whileAtWork(wanted.worker(), free))
                .orElse(List.of());
    }

    private List<FreeSlot> whileAtWork(String worker, List<FreeSlot> free) {
        Optional<KnownStaff> staff = free.isEmpty() ? Optional.empty() : known.staff(worker);
        return staff.map(who -> free.stream()
                        .filter(slot -> who.worksOn(
                                LocalDate.ofInstant(slot.start(), slot.spot().zone())))
                        .toList())
                .orElse(free);
    }

    private List<Busy> busy(Wanted wanted) {
        List<Busy> busy = new ArrayList<>();
        for (Stored<Appointment> each :
                diary.ofWorker(wanted.worker(), wanted.from().minus(LONGEST_MEETING), wanted.to())) {
            Appointment a = each.state();
            if (a.isLive()) {
                busy.add(new Busy(a.when().start(), a.when().end()));
                Window moving = a.movingTo();
                if (moving != null) {
                    busy.add(new Busy(moving.start(), moving.end()));
                }
            }
        }
        return busy;
    }

    static List<FreeSlot> slots(WorkerAvailability worker, List<Busy> busy, Wanted wanted) {
        List<FreeSlot> free = new ArrayList<>();
        for (OpenHours hours : OpenDays.between(worker, wanted.from(), wanted.to())) {
            if (wanted.setting() != null && hours.spot().setting() != wanted.setting()) {
                continue;
            }
            if (hours.dropIn()) {
                free.add(new FreeSlot(hours.from(), hours.to(), hours.spot(), true));
                continue;
            }
            Instant start = upToGrid(hours.from());
            while (!start.plus(wanted.length()).isAfter(hours.to())) {
                Instant end = start.plus(wanted.length());
                @Nullable Instant taken = takenUntil(busy, start, end);
                if (taken == null) {
                    free.add(new FreeSlot(start, end, hours.spot(), false));
                    start = end;
                } else {
                    start = upToGrid(taken);
                }
            }
        }
        return free;
    }

    private static @Nullable Instant takenUntil(List<Busy> busy, Instant from, Instant to) {
        @Nullable Instant until = null;
        for (Busy each : busy) {
            if (each.from().isBefore(to)
                    && from.isBefore(each.to())
                    && (until == null || each.to().isAfter(until))) {
                until = each.to();
            }
        }
        return until;
    }

    private static Instant upToGrid(Instant at) {
        long grid = GRID.toMillis();
        long over = Math.floorMod(at.toEpochMilli(), grid);
        return over == 0 ? at : at.plusMillis(grid - over);
    }
}
