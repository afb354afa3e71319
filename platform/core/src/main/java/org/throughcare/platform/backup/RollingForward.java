package org.throughcare.platform.backup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.throughcare.platform.backup.Installation.ServiceStore;
import org.throughcare.platform.store.JournaledChange;

/**
 * Brings restored aggregates to where the journal ends: each entry of a revision above the document's is done again, in order.
 * It works on stores that nobody serves.
 */
final class RollingForward {

    /** How far the clocks of the tool and of the services may be apart. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private static final int BATCH = 200;

    /** An aggregate on its way, with the revision it was found at; 0 when it was not there. */
    private record Held(Document document, long found) {

        long revision() {
            return document.getLong("revision");
        }
    }

    private final MongoDatabase store;
    private final MongoDatabase journal;
    private final Map<String, List<WriteModel<Document>>> waiting = new HashMap<>();
    private long entries;
    private long created;
    private long changed;
    private final TreeSet<String> broken = new TreeSet<>();

    /**
     * @param entries done again
     * @param created aggregates that were not in the backup
     * @param changed those that were
     * @param broken those at which an entry does not follow the one before: they stand where the chain breaks
     */
    record Outcome(long entries, long created, long changed, List<String> broken) {}

    private RollingForward(ServiceStore at) {
        this.store = at.store();
        this.journal = at.journal();
    }

    /** @param takenAt when reading of the backup began: what is journaled before is in its documents */
    static Outcome from(ServiceStore at, Instant takenAt) {
        return new RollingForward(at).roll(Date.from(takenAt.minus(CLOCKS)));
    }

    private Outcome roll(Date since) {
        String id = "";
        Map<String, Held> aggregates = new HashMap<>();
        for (Document each : journal.getCollection("journal")
                .find(gte("journaledAt", since))
                .sort(Sorts.ascending("aggregateId", "revision", "journaledAt"))) {
            JournaledChange change = new JournaledChange(each);
            if (!change.id().equals(id)) {
                write(aggregates);
                id = change.id();
            }
            apply(change, aggregates.computeIfAbsent(change.aggregate(), name -> held(name, change.id())));
        }
        write(aggregates);
        waiting.keySet().forEach(this::flush);
        return new Outcome(entries, created, changed, List.copyOf(broken));
    }

    private Held held(String aggregate, String id) {
        Document found = store.getCollection(aggregate).find(eq("_id", id)).first();
        return found == null ? new Held(new Document("revision", 0L), 0) : new Held(found, found.getLong("revision"));
    }

    private void apply(JournaledChange change, Held held) {
        long next = held.revision() + 1;
        if (change.revision() == next || (change.revision() > next && change.isWhole())) {
            change.applyTo(held.document());
            entries++;
        } else if (change.revision() > held.found()) {
            // One is missing, or there are two for one revision: written to an emptied store before it was restored.
            broken.add(change.aggregate() + " " + change.id() + " at revision " + change.revision());
        }
    }

    private void write(Map<String, Held> aggregates) {
        aggregates.forEach((name, held) -> {
            if (held.revision() == held.found()) {
                return;
            }
            if (held.found() == 0) {
                created++;
            } else {
                changed++;
            }
            Document document = held.document();
            List<WriteModel<Document>> writes = waiting.computeIfAbsent(name, n -> new ArrayList<>());
            writes.add(new ReplaceOneModel<>(
                    eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true)));
            if (writes.size() == BATCH) {
                flush(name);
            }
        });
        aggregates.clear();
    }

    private void flush(String collection) {
        List<WriteModel<Document>> writes = waiting.getOrDefault(collection, List.of());
        if (!writes.isEmpty()) {
            store.getCollection(collection).bulkWrite(writes);
            writes.clear();
        }
    }
}
