package org.throughcare.notes.note;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note as its author writes it. What is left out is asked for when it is signed. */
public record Writing(
        String id,
        String participant,
        String author,
        NoteKind kind,
        @Nullable Method method,
        @Nullable OffsetDateTime occurredAt,
        @Nullable Boolean answered,
        @Nullable String service,
        List<Topic> topics,
        boolean restricted,
        NoteText text,
        @Nullable OffsetDateTime deviceTime,
        @Nullable String contact) {

    /** @param receivedAt now */
    public Heading heading(Instant receivedAt) {
        return new Heading(
                kind, method, occurredAt, answered, service, topics, restricted, deviceTime, receivedAt, contact);
    }

    /** What is still to be said before it can be signed. */
    public List<RequiredParts.Missing> missing() {
        return RequiredParts.missing(heading(Instant.EPOCH), text);
    }
}
