package org.throughcare.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/**
 * Fills {@code timeline} and {@code case-note} by the driver, in batches, with older notes than any that are read: documents
 * of the same shape and size as a signed note's, with ids of their own, whose text nobody can open.
 */
final class BulkNotes {

    private static final int BATCH = 1_000;
    private static final int PER_PERSON = 200;

    private final MongoCollection<Document> timeline;
    private final MongoCollection<Document> notes;
    private final Document example;
    private final Instant before = Instant.now().minus(Duration.ofDays(30));
    private final List<Document> entries = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private long added;
    private long nanos;

    BulkNotes(MongoDatabase database, Document example) {
        this.timeline = database.getCollection("timeline");
        this.notes = database.getCollection("case-note");
        this.example = example;
    }

    void add(String participant, int count) {
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String id = Grantee.id();
            Date at = Date.from(before.minus(Duration.ofMinutes(added % 500_000)));
            entries.add(new Document("_id", id)
                    .append("participant", participant)
                    .append("occurredAt", at)
                    .append("id", id));
            Document body = new Document(example.get("body", Document.class))
                    .append("id", id)
                    .append("participant", participant);
            documents.add(new Document(example)
                    .append("_id", id)
                    .append("participant", participant)
                    .append("body", body));
            added++;
            if (entries.size() == BATCH) {
                flush();
            }
        }
        nanos += System.nanoTime() - began;
    }

    /** With people of {@value #PER_PERSON} notes each. */
    void addUpTo(int total) {
        flush();
        long missing = total - timeline.estimatedDocumentCount();
        long told = System.nanoTime();
        while (missing > 0) {
            int count = (int) Math.min(PER_PERSON, missing);
            add(Grantee.id(), count);
            missing -= count;
            if (System.nanoTime() - told > Duration.ofSeconds(20).toNanos()) {
                told = System.nanoTime();
                System.err.printf("   %,d notes still to be put there%n", missing);
            }
        }
        flush();
    }

    private void flush() {
        if (entries.isEmpty()) {
            return;
        }
        InsertManyOptions any = new InsertManyOptions().ordered(false);
        timeline.insertMany(entries, any);
        notes.insertMany(documents, any);
        entries.clear();
        documents.clear();
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%,d notes by `insertMany` in batches of %,d, %d to a participant, in %.0f s (%,.0f a second), each with its"
                        + " full sealed text.",
                added,
                BATCH,
                PER_PERSON,
                nanos / 1e9,
                added / (nanos / 1e9));
    }
}
