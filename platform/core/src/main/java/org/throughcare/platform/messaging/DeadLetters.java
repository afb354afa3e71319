package org.throughcare.platform.messaging;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.cipher.Unowned;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * Messages that could not be handled, kept with the reason until somebody replays or discards them. Payloads of a known grantee
 * are encrypted under its key. What names no known grantee is parked in the service's control database.
 */
public final class DeadLetters {

    /**
     * @param payload the message as it came, when asked for one dead letter; empty in lists
     */
    public record DeadLetter(
            String id, Instant at, String reason, String queue, String type, String messageId, String payload) {}

    private final TenantDatabases databases;
    private final FieldCipher cipher;
    private final MeterRegistry meters;

    DeadLetters(TenantDatabases databases, FieldCipher cipher, MeterRegistry meters) {
        this.databases = databases;
        this.cipher = cipher;
        this.meters = meters;
    }

    /** Keeps a message; the same message for the same reason replaces itself, so that a crash after this keeps it once. */
    void keep(String queue, String messageId, String type, byte[] payload, String reason) {
        String id = UUID.nameUUIDFromBytes((queue + "\u0000" + messageId + "\u0000"
                                + (messageId.isEmpty() ? Unowned.fingerprint(cipher, payload) : ""))
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
        String text = Base64.getEncoder().encodeToString(payload);
        Document letter = new Document("_id", id)
                .append("at", new Date())
                .append("reason", reason.substring(0, Math.min(reason.length(), 2_000)))
                .append("queue", queue)
                .append("type", type)
                .append("messageId", messageId)
                .append("payload", Unowned.seal(cipher, "deadLetter/" + id, text));
        letters().replaceOne(eq("_id", id), letter, new ReplaceOptions().upsert(true));
        meters.counter("throughcare.dead.letters.kept", "queue", queue).increment();
    }

    /** Of the grantee in scope, newest first; without a scope those of no known grantee. */
    public List<DeadLetter> list(int limit) {
        List<DeadLetter> result = new ArrayList<>();
        for (Document each : letters().find().sort(new Document("at", -1)).limit(limit)) {
            result.add(letter(each, ""));
        }
        return result;
    }

    public Optional<DeadLetter> show(String id) {
        return Optional.ofNullable(letters().find(eq("_id", id)).first())
                .map(each -> letter(each, new String(payload(each), StandardCharsets.UTF_8)));
    }

    public boolean discard(String id) {
        return letters().deleteOne(eq("_id", id)).getDeletedCount() > 0;
    }

    public long count() {
        return letters().countDocuments();
    }

    Optional<byte[]> bytes(String id) {
        return Optional.ofNullable(letters().find(eq("_id", id)).first()).map(this::payload);
    }

    private byte[] payload(Document letter) {
        String text = letter.getString("payload");
        return Base64.getDecoder().decode(Unowned.open(cipher, "deadLetter/" + letter.getString("_id"), text));
    }

    private static DeadLetter letter(Document each, String payload) {
        return new DeadLetter(
                each.getString("_id"),
                each.getDate("at").toInstant(),
                each.getString("reason"),
                each.getString("queue"),
                each.getString("type"),
                each.getString("messageId"),
                payload);
    }

    private MongoCollection<Document> letters() {
        MongoDatabase database = Scope.isBound() ? databases.current() : databases.control();
        return database.getCollection("deadLetters");
    }
}
