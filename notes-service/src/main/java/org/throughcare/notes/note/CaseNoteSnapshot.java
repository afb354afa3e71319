package org.throughcare.notes.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signed note as the world may know it: that it was, never what it says.
 *
 * @param occurredOn the day at the site
 * @param writtenAt by the device's clock when it was written offline, else when it reached this service
 * @param amendments how many
 * @param hash over all that was signed; an edit behind the service's back no longer fits it
 */
public record CaseNoteSnapshot(
        String id,
        String participant,
        String author,
        NoteKind kind,
        @Nullable Method method,
        Instant occurredAt,
        LocalDate occurredOn,
        Instant writtenAt,
        Instant signedAt,
        Counts counts,
        @Nullable String service,
        List<Topic> topics,
        boolean restricted,
        int amendments,
        String hash) {

    /** Null for a draft and for a discarded one: what happens to those is nobody else's business. */
    public static @Nullable CaseNoteSnapshot of(CaseNote note) {
        if (!(note instanceof CaseNote.Signed signed)) {
            return null;
        }
        Heading heading = signed.heading();
        var device = heading.deviceTime();
        return new CaseNoteSnapshot(
                signed.id(),
                signed.participant(),
                signed.author(),
                heading.kind(),
                heading.method(),
                Objects.requireNonNull(heading.occurredAt()).toInstant(),
                signed.on(),
                device == null ? heading.receivedAt() : device.toInstant(),
                signed.signedAt(),
                signed.counts(),
                heading.service(),
                heading.restricted() ? List.of() : heading.topics(),
                heading.restricted(),
                signed.amendments().size(),
                signed.hash());
    }
}
