package org.throughcare.scheduling.subject;

import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus;
import org.throughcare.scheduling.booking.Window;

/**
 * An appointment with the person, whatever became of it, with what was remarked on it.
 *
 * @param cause the release for which the suite made it; null when a person did
 * @param replacedBy the appointment that took its place
 */
public record Meeting(
        String id,
        Appointment.Kind kind,
        Window when,
        AppointmentStatus status,
        boolean opensWithPlan,
        @Nullable String cause,
        @Nullable String replacedBy) {

    static Meeting of(Appointment a) {
        return new Meeting(a.id(), a.kind(), a.when(), a.status(), a.opensWithPlan(), a.cause(), a.replacedBy());
    }
}
