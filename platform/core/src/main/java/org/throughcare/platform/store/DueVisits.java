package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.lte;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and visits aggregates whose deadline has come, of the grantee in scope. */
public final class DueVisits {

    private static final Logger LOG = LoggerFactory.getLogger(DueVisits.class);
    private static final int PAGE = 500;

    private final Stores stores;

    public DueVisits(Stores stores) {
        this.stores = stores;
    }

    /** @return how many were due; a page per kind at most, the rest at the next round */
    public long visitDue(Instant now) {
        long due = 0;
        for (AggregateStore<?> store : stores.aggregates()) {
            for (String id : dueIn(store, now)) {
                due++;
                visit(store, id, now);
            }
        }
        return due;
    }

    /** One aggregate that cannot be visited must not keep the others from being. */
    private static void visit(AggregateStore<?> store, String id, Instant now) {
        try {
            store.visit(id, now);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException fault) {
            LOG.error("deadline of {} {} failed", store.type().name(), id, fault);
        }
    }

    private static List<String> dueIn(AggregateStore<?> store, Instant now) {
        List<String> ids = new ArrayList<>();
        for (Document each : store.collection()
                .find(lte("nextDueAt", Date.from(now)))
                .projection(new Document("_id", 1))
                .sort(new Document("nextDueAt", 1))
                .limit(PAGE)) {
            ids.add(each.getString("_id"));
        }
        return ids;
    }

    /** The earliest hint. */
    public Optional<Instant> earliest() {
        Optional<Instant> earliest = Optional.empty();
        for (AggregateStore<?> store : stores.aggregates()) {
            Document first = store.collection()
                    .find(new Document("nextDueAt", new Document("$gt", new Date(0))))
                    .projection(new Document("nextDueAt", 1))
                    .sort(new Document("nextDueAt", 1))
                    .first();
            if (first != null) {
                Instant at = first.getDate("nextDueAt").toInstant();
                if (earliest.isEmpty() || at.isBefore(earliest.get())) {
                    earliest = Optional.of(at);
                }
            }
        }
        return earliest;
    }
}
