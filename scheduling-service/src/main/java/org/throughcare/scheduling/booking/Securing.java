package org.throughcare.scheduling.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Takes all claims of an appointment, or finds out who stands in the way. A claim in the way is stale when its appointment does
 * not need it (any more), or when its booking broke off; the latter only counts once the step that says so was won on
 * that appointment.
 */
final class Securing {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("h:mm a 'on' MMMM d", Locale.US);

    private final Aggregates<Appointment> appointments;
    private final Claims claims;
    private final InstantSource clock;

    Securing(Aggregates<Appointment> appointments, Claims claims, InstantSource clock) {
        this.appointments = appointments;
        this.claims = claims;
        this.clock = clock;
    }

    Optional<Claims.Held> secure(Claims.Hold hold, List<ClaimKey> keys) {
        while (true) {
            Optional<Claims.Held> lost = claims.take(hold, keys);
            if (lost.isEmpty()) {
                return Optional.empty();
            }
            Claims.Held held = lost.get();
            if (held.by().appointment().equals(hold.appointment()) || !isStale(held)) {
                return lost;
            }
            claims.replace(held, hold);
        }
    }

    void giveBack(Claims.Hold hold, List<ClaimKey> keys) {
        claims.giveBack(hold, keys);
    }

    private boolean isStale(Claims.Held held) {
        Optional<Stored<Appointment>> found = appointments.find(held.by().appointment());
        if (found.isEmpty()) {
            return true;
        }
        Stored<Appointment> holder = found.get();
        if (!holder.state().needs().contains(held.key())) {
            return true;
        }
        Instant now = clock.instant();
        if (!holder.state().brokenOff(now)) {
            return false;
        }
        return appointments
                .change(
                        Command.effectOf(
                                "broken-off", Integer.toString(holder.state().attempt()), holder.id()),
                        holder.id(),
                        a -> a.visit(now))
                .now()
                .map(s -> !s.state().needs().contains(held.key()))
                .orElse(false);
    }

    /** Names the clash without naming the other participant. */
    static Refusal clash(Claims.Held held, ZoneId zone) {
        String who = switch (held.key().kind()) {
            case "worker" -> "The worker";
            case "participant" -> "The participant";
            default -> "The room";
        };
        String at = held.key().slot().atZone(zone).format(AT);
        return Refusal.conflict("booking", who + " already has another appointment at " + at + ".", "another time");
    }
}
