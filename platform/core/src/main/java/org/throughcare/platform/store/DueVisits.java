package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.tenancy.Scope;

/** Finds and visits aggregates whose deadline has come, of the grantee in scope. */
public final class DueVisits {

    private static final Logger LOG = LoggerFactory.getLogger(DueVisits.class);
    private static final int PAGE = 500;
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);

    private final Stores stores;

    public DueVisits(Stores stores) {
        this.stores = stores;
    }

    /**
     * What a round found.
     *
     * @param due how many were due; a page per kind at most, the rest at the next round
     * @param next the earliest deadline after it, of the kinds that were looked at
     */
    public record Round(long due, Optional<Instant> next) {}

    /** Visits what is due of the kinds that are worth a look. */
    public Round visitDue(Instant now) {
        return visitDue(now, false);
    }

    /** The same of all kinds, without trust in what is known here. */
    public Round visitAllDue(Instant now) {
        return visitDue(now, true);
    }

    private Round visitDue(Instant now, boolean all) {
        long due = 0;
        List<Instant> next = new ArrayList<>();
        String grantee = Scope.current().grantee();
        DueHints hints = stores.dueHints();
        for (AggregateStore<?> store : stores.aggregates()) {
            String type = store.type().name();
            if (!all && !hints.worthLooking(grantee, type, now)) {
                continue;
            }
            hints.looking(grantee, type);
            try {
                Optional<Instant> earliest = earliestIn(store);
                int found = 0;
                if (earliest.filter(at -> !at.isAfter(now)).isPresent()) {
                    found = visitDueOf(store, now);
                    due += found;
                    earliest = earliestIn(store);
                }
                earliest.ifPresent(next::add);
                (found == PAGE ? Optional.of(now) : earliest).ifPresent(at -> hints.written(grantee, type, at));
            } catch (RuntimeException broken) {
                hints.written(grantee, type, now);
                throw broken;
            }
        }
        return new Round(due, next.stream().min(Comparator.naturalOrder()));
    }

    private static int visitDueOf(AggregateStore<?> store, Instant now) {
        List<String> ids = dueIn(store, now);
        ids.forEach(id -> visit(store, id, now));
        return ids.size();
    }

    /** One aggregate that cannot be visited must not keep the others from being. */
    private static void visit(AggregateStore<?> store, String id, Instant now) {
        try {
            store.visit(id, now);
        } catch (RuntimeException fault) {
            if (fault instanceof MongoException && !(fault instanceof MongoWriteException)) {
                throw fault;
            }
            store.putOff(id, now.plus(AFTER_A_FAULT));
            LOG.error("deadline of {} {} failed, put off by {}", store.type().name(), id, AFTER_A_FAULT, fault);
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

    private static Optional<Instant> earliestIn(AggregateStore<?> store) {
        return Optional.ofNullable(store.collection()
                        .find(new Document("nextDueAt", new Document("$gt", new Date(0))))
                        .projection(new Document("nextDueAt", 1))
                        .sort(new Document("nextDueAt", 1))
                        .first())
                .map(first -> first.getDate("nextDueAt").toInstant());
    }
}
