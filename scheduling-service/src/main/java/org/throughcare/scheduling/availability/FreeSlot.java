package org.throughcare.scheduling.availability;

import java.time.Instant;
import org.throughcare.scheduling.availability.WorkerAvailability.Spot;

/** A time at which a worker could be met; in drop-in hours without an appointment. */
public record FreeSlot(Instant start, Instant end, Spot spot, boolean dropIn) {}
