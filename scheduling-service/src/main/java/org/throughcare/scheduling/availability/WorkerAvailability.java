package org.throughcare.scheduling.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.Setting;

/**
 * When a worker can be met (L8): a weekly pattern by weekday and place, some of it drop-in hours without appointments, and
 * exceptions on single days. A worker without a regular pattern has exceptions alone. Set as a whole, as often as wanted.
 *
 * @param worker the staff member's id, and this record's
 */
public record WorkerAvailability(String worker, List<WeeklyBlock> pattern, List<DayException> exceptions) {

    private static final int MOST = 500;

    /** Where a block is. The times of a block are local times there. */
    public record Spot(
            Setting setting,
            @Nullable String site,
            @Nullable String place,
            ZoneId zone) {}

    /**
     * Hours that come every week.
     *
     * @param dropIn whoever comes is seen; no appointments are made here
     */
    public record WeeklyBlock(String id, DayOfWeek day, LocalTime from, LocalTime to, Spot spot, boolean dropIn) {}

    /** On this one day: more hours, or none between these times whatever the pattern says. */
    public record DayException(
            String id,
            LocalDate on,
            LocalTime from,
            LocalTime to,
            boolean available,
            Spot spot,
            @Nullable String reason) {}

    /** What can happen to it; announced to nobody. */
    public sealed interface AvailabilityEvent extends Happened {
        record AvailabilitySet(int blocks, int exceptions) implements AvailabilityEvent {}
    }

    public WorkerAvailability {
        pattern = List.copyOf(pattern);
        exceptions = List.copyOf(exceptions);
    }

    public static Decision<WorkerAvailability> set(Optional<WorkerAvailability> before, WorkerAvailability wanted) {
        if (before.isPresent() && before.get().equals(wanted)) {
            return Decision.unchanged();
        }
        return wanted.fault()
                .map(Decision::<WorkerAvailability>refuse)
                .orElseGet(() -> Decision.accept(
                        wanted,
                        new AvailabilityEvent.AvailabilitySet(wanted.pattern.size(), wanted.exceptions.size())));
    }

    private Optional<Refusal> fault() {
        if (pattern.size() > MOST || exceptions.size() > MOST) {
            return Optional.of(Refusal.invalid("L8", "pattern", "That is more than " + MOST + " blocks."));
        }
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).from().isBefore(pattern.get(i).to())) {
                return Optional.of(Refusal.invalid("L8", "pattern." + i + ".to", "A block ends after it starts."));
            }
        }
        for (int i = 0; i < exceptions.size(); i++) {
            if (!exceptions.get(i).from().isBefore(exceptions.get(i).to())) {
                return Optional.of(Refusal.invalid("L8", "exceptions." + i + ".to", "A block ends after it starts."));
            }
        }
        return Optional.empty();
    }
}
