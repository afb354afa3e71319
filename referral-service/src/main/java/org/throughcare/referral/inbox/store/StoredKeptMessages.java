package org.throughcare.referral.inbox.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.cipher.Unowned;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.referral.inbox.KeptMessage;
import org.throughcare.referral.inbox.KeptMessages;

/** In a collection of their own, beside the dead letters of our services' events. */
final class StoredKeptMessages implements KeptMessages {

    static final String COLLECTION = "partnerDeadLetters";
    private static final int LARGEST = 256 * 1024;
    private static final int LONGEST_REASON = 2_000;

    private final TenantDatabases databases;
    private final FieldCipher cipher;
    private final MeterRegistry meters;

    StoredKeptMessages(TenantDatabases databases, FieldCipher cipher, MeterRegistry meters) {
        this.databases = databases;
        this.cipher = cipher;
        this.meters = meters;
    }

    @Override
    public void keep(String routingKey, String userId, String messageId, byte[] body, String reason) {
        String text = Base64.getEncoder()
                .encodeToString(body.length > LARGEST ? java.util.Arrays.copyOf(body, LARGEST) : body);
        String id = Command.derived("partner-message", routingKey, messageId, Unowned.fingerprint(cipher, body))
                .toString();
        String why = body.length > LARGEST ? reason + "; of " + body.length + " bytes the first are kept" : reason;
        Document set = new Document("reason", why.substring(0, Math.min(why.length(), LONGEST_REASON)))
                .append("routingKey", routingKey)
                .append("userId", userId)
                .append("messageId", messageId)
                .append("body", Unowned.seal(cipher, "partnerDeadLetter/" + id, text));
        messages()
                .updateOne(
                        eq("_id", id),
                        new Document("$set", set).append("$setOnInsert", new Document("at", new Date())),
                        new UpdateOptions().upsert(true));
        meters.counter("throughcare.partner.messages.kept").increment();
    }

    @Override
    public List<KeptMessage> list(int limit) {
        List<KeptMessage> found = new ArrayList<>();
        for (Document each : messages().find().sort(new Document("at", -1)).limit(limit)) {
            found.add(message(each, ""));
        }
        return found;
    }

    @Override
    public Optional<KeptMessage> show(String id) {
        return find(id).map(each -> message(each, new String(opened(each), StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<byte[]> body(String id) {
        return find(id).map(this::opened);
    }

    @Override
    public boolean discard(String id) {
        return messages().deleteOne(eq("_id", id)).getDeletedCount() > 0;
    }

    @Override
    public long count() {
        return messages().countDocuments();
    }

    private Optional<Document> find(String id) {
        return Optional.ofNullable(messages().find(eq("_id", id)).first());
    }

    private byte[] opened(Document kept) {
        String text = kept.getString("body");
        return Base64.getDecoder().decode(Unowned.open(cipher, "partnerDeadLetter/" + kept.getString("_id"), text));
    }

    private static KeptMessage message(Document kept, String body) {
        return new KeptMessage(
                kept.getString("_id"),
                kept.getDate("at").toInstant(),
                kept.getString("reason"),
                kept.getString("routingKey"),
                kept.getString("userId"),
                kept.getString("messageId"),
                body);
    }

    private MongoCollection<Document> messages() {
        return (Scope.isBound() ? databases.current() : databases.control()).getCollection(COLLECTION);
    }
}
