package org.throughcare.scheduling.booking;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Writes down whether a meeting took place (L5). */
public final class RecordingAttendance {

    private final Aggregates<Appointment> appointments;
    private final InstantSource clock;

    /** @param remark why it was missed, or what to know of it; stays inside */
    public record Attendance(
            Command command,
            String id,
            boolean attended,
            @Nullable String remark) {}

    public RecordingAttendance(Aggregates<Appointment> appointments, InstantSource clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Result<Appointment> record(Attendance wanted) {
        return appointments.change(
                wanted.command(),
                wanted.id(),
                a -> a.recordAttendance(wanted.attended(), wanted.remark(), clock.instant()));
    }
}
