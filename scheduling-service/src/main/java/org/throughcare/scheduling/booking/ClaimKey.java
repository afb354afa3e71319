package org.throughcare.scheduling.booking;

import java.time.Instant;

/** A worker, participant or room in one five-minute slot, in UTC: {@code worker:<id>|2026-03-01T10:05:00Z}. */
public record ClaimKey(String value) {

    static ClaimKey of(String resource, Instant slot) {
        return new ClaimKey(resource + "|" + slot);
    }

    /** {@code worker}, {@code participant} or {@code room}. */
    public String kind() {
        return value.substring(0, value.indexOf(':'));
    }

    public Instant slot() {
        return Instant.parse(value.substring(value.lastIndexOf('|') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
