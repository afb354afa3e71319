package org.throughcare.platform.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a command: what makes it one command however often it arrives.
 *
 * @param id idempotency key; the same id on the same aggregate is answered as the first time and done once
 * @param fingerprint a hash of what was asked, so that a reused id with another content is refused; null when the id
 *     already is derived from the content
 * @param expectedRevision the revision the sender looked at ({@code If-Match}), or null when the decision holds for any
 * @param bulk whether its event belongs to a large piece of work and goes by the bulk queues
 */
public record Command(
        String id, @Nullable String fingerprint, @Nullable Long expectedRevision, boolean bulk) {

    public static Command withId(String id) {
        return new Command(id, null, null, false);
    }

    /**
     * The command id of an effect: keyed by what caused it (a release's id, an event id for facts), never by the message
     * that brought the news, so that the same cause acts once however often and in whatever order it is heard of.
     */
    public static Command effectOf(String handler, String cause, String target) {
        return withId(derived(handler, cause, target).toString());
    }

    /** A stable UUIDv5 of the parts, also for ids of aggregates that an effect creates. */
    public static UUID derived(String... parts) {
        return UuidV5.of(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a part that this command makes: the sender's own, or one that every repeat of the command gets again. */
    public UUID partId(@Nullable UUID sent, String kind) {
        return sent == null ? derived(kind, id) : sent;
    }

    public Command expecting(long revision) {
        return new Command(id, fingerprint, revision, bulk);
    }

    public Command inBulk() {
        return new Command(id, fingerprint, expectedRevision, true);
    }
}
