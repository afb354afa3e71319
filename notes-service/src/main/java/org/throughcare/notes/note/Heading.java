package org.throughcare.notes.note;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a note says beside its text; nothing in it needs sealing.
 *
 * @param occurredAt when it happened, with the offset of the place; null while the writer has not said
 * @param answered whether the participant was reached or responded; null where the kind and method say it already
 * @param service the service this is the evidence of, if any
 * @param restricted does not bear on the plan (health, charges): for the author and supervisors only (N12)
 * @param deviceTime the clock of the device it was written on: evidence, never truth
 * @param receivedAt when it reached this service
 * @param contact the id of the contact in the contact plan that was used (L9); null where none was, or it was not said
 */
public record Heading(
        NoteKind kind,
        @Nullable Method method,
        @Nullable OffsetDateTime occurredAt,
        @Nullable Boolean answered,
        @Nullable String service,
        List<Topic> topics,
        boolean restricted,
        @Nullable OffsetDateTime deviceTime,
        Instant receivedAt,
        @Nullable String contact) {

    public Heading {
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    /** Whether the writer says that the participant was reached, where that is for the writer to say. */
    boolean saysUnanswered() {
        return kind == NoteKind.ATTEMPT || Boolean.FALSE.equals(answered);
    }
}
