package org.throughcare.scheduling.booking;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Cancels a meeting and gives its time back. */
public final class CancellingAnAppointment {

    private final Aggregates<Appointment> appointments;
    private final Claims claims;
    private final InstantSource clock;

    /** @param cause what the suite itself cancels it for; null for people, whose cancellations are never taken back */
    public record Cancellation(
            Command command,
            String id,
            String reason,
            @Nullable String cause) {}

    public CancellingAnAppointment(Aggregates<Appointment> appointments, Claims claims, InstantSource clock) {
        this.appointments = appointments;
        this.claims = claims;
        this.clock = clock;
    }

    public Result<Appointment> cancel(Cancellation wanted) {
        Result<Appointment> result = appointments.change(
                wanted.command(), wanted.id(), a -> a.cancel(wanted.reason(), wanted.cause(), clock.instant()));
        result.now().map(s -> s.state()).ifPresent(this::giveBack);
        return result;
    }

    /** Gives back what an appointment that is over for good no longer needs; right at any time, and repeatable. */
    public void giveBack(Appointment over) {
        if (!over.isLive()
                && (over.status() instanceof AppointmentStatus.Cancelled
                        || over.status() instanceof AppointmentStatus.Lapsed
                        || !over.when().end().isAfter(clock.instant()))) {
            List<ClaimKey> keys = over.when().claims(over.participant());
            claims.giveBack(over.hold(), keys);
        }
    }
}
