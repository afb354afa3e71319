package org.throughcare.scheduling.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.Setting;

/**
 * When and where a meeting is, and with which worker. Times are instants on the five-minute grid; the zone is the place's.
 *
 * @param end exclusive
 * @param room a room within the place that only one meeting can have; null where that does not matter
 */
public record Window(
        String worker,
        Instant start,
        Instant end,
        ZoneId zone,
        @Nullable String site,
        @Nullable String place,
        @Nullable String room,
        Setting setting) {

    static final Duration SLOT = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);

    /** The date at the place. */
    public LocalDate day() {
        return LocalDate.ofInstant(start, zone);
    }

    public boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && from.isBefore(end);
    }

    Optional<Refusal> fault() {
        if (!onTheGrid(start)) {
            return Optional.of(Refusal.invalid("booking", "start", "A meeting starts on a full five minutes."));
        }
        if (!onTheGrid(end)) {
            return Optional.of(Refusal.invalid("booking", "end", "A meeting ends on a full five minutes."));
        }
        if (!start.isBefore(end)) {
            return Optional.of(Refusal.invalid("booking", "end", "A meeting ends after it starts."));
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            return Optional.of(Refusal.invalid("booking", "end", "A meeting lasts twelve hours at most."));
        }
        return Optional.empty();
    }

    /**
     * What this meeting needs for itself, in the one order in which everybody takes it: worker, participant, room, each by
     * time. Of two that want the same, the first to take the first common one wins.
     */
    public List<ClaimKey> claims(@Nullable String participant) {
        List<ClaimKey> keys = new ArrayList<>();
        addSlots(keys, "worker:" + worker);
        if (participant != null) {
            addSlots(keys, "participant:" + participant);
        }
        if (room != null) {
            addSlots(keys, "room:" + (place == null ? "" : place + "/") + room);
        }
        return keys;
    }

    private void addSlots(List<ClaimKey> keys, String resource) {
        for (Instant slot = start; slot.isBefore(end); slot = slot.plus(SLOT)) {
            keys.add(ClaimKey.of(resource, slot));
        }
    }

    private static boolean onTheGrid(Instant at) {
        return at.getNano() == 0 && at.getEpochSecond() % SLOT.toSeconds() == 0;
    }
}
