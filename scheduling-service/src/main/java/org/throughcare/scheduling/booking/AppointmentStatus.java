package org.throughcare.scheduling.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an appointment is in its life. */
public sealed interface AppointmentStatus {

    /** Written, its claims not all taken yet. */
    record Pending() implements AppointmentStatus {}

    /** Everybody and everything it needs is claimed for it. */
    record Booked() implements AppointmentStatus {}

    record Attended(Instant recordedAt, @Nullable String remark) implements AppointmentStatus {}

    record Missed(Instant recordedAt, @Nullable String reason) implements AppointmentStatus {}

    /**
     * @param cause what the suite cancelled it for, so that it can be taken back: a release's id or {@link #DATE}; null
     *     when a person cancelled it
     */
    record Cancelled(Instant at, String reason, @Nullable String cause) implements AppointmentStatus {
        /** The projected release date moved. */
        public static final String DATE = "projected-release";
    }

    /** Never came to be: a clash, or its booking broke off. */
    record Lapsed(String reason) implements AppointmentStatus {}
}
