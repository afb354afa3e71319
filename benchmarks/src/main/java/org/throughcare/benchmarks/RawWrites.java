package org.throughcare.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;

/** What signing a note comes down to, without a service: the guarded update, then the event, published and confirmed. */
final class RawWrites implements AutoCloseable {

    private static final String EXCHANGE = "bench.raw";
    private static final int CONFIRM_MILLIS = 10_000;

    /**
     * @param draft a note before it is signed, as the service keeps it
     * @param signed one after
     * @param entry what signing it left in the outbox
     */
    record Example(Document draft, Document signed, Document entry) {}

    private final MongoCollection<Document> notes;
    private final byte[] event;
    private final Connection connection;
    private final List<Channel> channels = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int used;
    private Document set = new Document();
    private Document entry = new Document();
    private int draftBytes;

    RawWrites(Infra infra, Suite suite, byte[] event, int queues, int workers) {
        this.notes = infra.database(suite.prefix() + "_raw").getCollection("case-note");
        this.event = event;
        this.connection = suite.vhost().connect();
        try (Channel channel = connection.createChannel()) {
            channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
            for (int i = 0; i < queues; i++) {
                channel.queueDeclare("bench.raw." + i, true, false, false, Map.of("x-queue-type", "quorum"));
                channel.queueBind("bench.raw." + i, EXCHANGE, "notes.note-signed.v1.*");
            }
            for (int i = 0; i < workers; i++) {
                Channel own = connection.createChannel();
                own.confirmSelect();
                channels.add(own);
            }
        } catch (IOException | java.util.concurrent.TimeoutException failed) {
            throw new CannotMeasure("the broker refused: " + failed, failed);
        }
        for (String path : List.of("nextDueAt", "outbox.at", "participant", "body.author")) {
            notes.createIndex(new Document(path, 1));
        }
    }

    /** Puts drafts there, and works out what the service's update sets. */
    void prepare(Example example, int count) {
        Document draft = example.draft();
        draftBytes = size(draft);
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = Grantee.id();
            ids.add(id);
            batch.add(new Document(draft).append("_id", id));
            if (batch.size() == 500 || i == count - 1) {
                notes.insertMany(batch);
                batch.clear();
            }
        }
        set = new Document("revision", example.signed().get("revision"))
                .append("participant", example.signed().get("participant"));
        Document before = draft.get("body", Document.class);
        example.signed().get("body", Document.class).forEach((name, value) -> {
            if (!before.containsKey(name) || name.equals("is")) {
                set.append("body." + name, value);
            }
        });
        entry = example.entry();
    }

    ClosedLoop.Stretch run(int workers, int count) {
        int from = used;
        used += count;
        return ClosedLoop.run(workers, from, from + count, (worker, number) -> write(worker, ids.get(number)));
    }

    private void write(int worker, String id) throws Exception {
        Bson guard = Filters.and(Filters.eq("_id", id), Filters.eq("revision", 1L));
        if (notes.updateOne(guard, update(id)).getMatchedCount() != 1) {
            throw new IllegalStateException("the guarded update matched nothing");
        }
        Channel channel = channels.get(worker);
        channel.basicPublish(
                EXCHANGE,
                "notes.note-signed.v1." + Grantee.ID,
                true,
                new AMQP.BasicProperties.Builder()
                        .contentType("application/cloudevents+json")
                        .deliveryMode(2)
                        .messageId(id)
                        .type("org.throughcare.notes.note-signed.v1")
                        .build(),
                event);
        channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    }

    private Document update(String id) {
        Document mark = new Document("id", id)
                .append("revision", 2L)
                .append("created", false)
                .append("at", new java.util.Date())
                .append("fingerprint", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        return new Document("$set", set)
                .append("$unset", new Document("nextDueAt", ""))
                .append(
                        "$push",
                        new Document(
                                        "outbox",
                                        new Document(entry)
                                                .append("eventId", Grantee.id())
                                                .append("aggregateId", id))
                                .append("handled", mark));
    }

    int draftBytes() {
        return draftBytes;
    }

    int updateBytes() {
        return size(update(ids.getFirst()));
    }

    private static int size(Document document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new DocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
            return buffer.getSize();
        }
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
