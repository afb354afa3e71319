package org.throughcare.scheduling.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to an appointment. */
public sealed interface AppointmentEvent extends Happened {

    record AppointmentRequested(Instant start) implements AppointmentEvent {}

    record AppointmentBooked() implements AppointmentEvent {}

    record MoveRequested(Instant start) implements AppointmentEvent {}

    record MoveAbandoned(String reason) implements AppointmentEvent {}

    record AppointmentMoved(Instant from, Instant to) implements AppointmentEvent {}

    record AppointmentCancelled(@Nullable String cause) implements AppointmentEvent {}

    record AppointmentAttended() implements AppointmentEvent {}

    record AppointmentMissed() implements AppointmentEvent {}

    record AppointmentLapsed(String reason) implements AppointmentEvent {}
}
