package org.throughcare.scheduling.availability;

import java.time.Instant;
import org.throughcare.scheduling.availability.WorkerAvailability.Spot;

/** Hours on one real day, as instants. */
public record OpenHours(Instant from, Instant to, Spot spot, boolean dropIn) {}
