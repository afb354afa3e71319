package org.throughcare.scheduling.known;

import java.time.Instant;

/** A signed note as announced: that contact happened, never what was said. */
public record KnownNote(String id, String participant, String author, Instant occurredAt, String counts) {

    public boolean isContact() {
        return "CONTACT".equals(counts);
    }
}
