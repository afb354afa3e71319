package org.throughcare.notes.note;

import java.time.Instant;

/** A supervisor has read a signed note (N12). */
public record Review(String id, String by, Instant at) {}
