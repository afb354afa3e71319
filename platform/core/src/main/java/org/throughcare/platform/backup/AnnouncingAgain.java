package org.throughcare.platform.backup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.throughcare.platform.backup.Installation.ServiceStore;

/**
 * Puts journal entries back into their aggregates' outboxes, from where the running service's sweep publishes them by the bulk
 * queues. What was heard before repeats nothing; what was journaled and not yet published, or heard by a store that has
 * forgotten it, is heard now.
 */
final class AnnouncingAgain {

    /** Handled marks are kept for a week at least; what is older could count twice where a fact is heard. */
    private static final Duration OLDEST = Duration.ofDays(6);
    /** An outbox never holds more (ADR 1), so no more of one aggregate can be unpublished. */
    private static final int MOST_PER_AGGREGATE = 200;

    private static final Duration CLOCKS = Duration.ofHours(1);

    private AnnouncingAgain() {}

    /** @return how many entries */
    static long since(ServiceStore service, Instant journaledAt) {
        Instant oldest = Instant.now().minus(OLDEST);
        Instant from = journaledAt.minus(CLOCKS);
        long count = 0;
        String id = "";
        Map<String, List<Document>> ofOneId = new LinkedHashMap<>();
        for (Document each : service.journal()
                .getCollection("journal")
                .find(and(gte("journaledAt", Date.from(from)), gte("at", Date.from(oldest)), exists("entry.snapshot")))
                .sort(Sorts.ascending("aggregateId", "revision"))) {
            if (!each.getString("aggregateId").equals(id)) {
                count += push(service, id, ofOneId);
                id = each.getString("aggregateId");
            }
            Document entry = each.get("entry", Document.class);
            ofOneId.computeIfAbsent(entry.getString("aggregate"), name -> new ArrayList<>())
                    .add(new Document(entry)
                            .append("eventId", each.getString("_id"))
                            .append("bulk", true));
        }
        return count + push(service, id, ofOneId);
    }

    private static long push(ServiceStore service, String id, Map<String, List<Document>> entries) {
        long count = 0;
        for (Map.Entry<String, List<Document>> each : entries.entrySet()) {
            List<Document> all = each.getValue();
            List<Document> last = all.subList(Math.max(0, all.size() - MOST_PER_AGGREGATE), all.size());
            service.store().getCollection(each.getKey()).updateOne(eq("_id", id), Updates.pushEach("outbox", last));
            count += last.size();
        }
        entries.clear();
        return count;
    }
}
