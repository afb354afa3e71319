package org.throughcare.scheduling.availability;

import java.time.Instant;

/** Time that is taken; the end is exclusive. */
public record Busy(Instant from, Instant to) {}
