package org.throughcare.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Commands and their effects in another service, matched by the trace that both journals carry. */
final class Traces {

    private static final int TRACE_BEGIN = 3;
    private static final int TRACE_END = 35;

    private final Infra infra;
    private final Suite suite;

    Traces(Infra infra, Suite suite) {
        this.infra = infra;
        this.suite = suite;
    }

    /**
     * The way of one command, to the millisecond.
     *
     * @param decided just before the guarded write of the custody record
     * @param takenUp when the relay wrote it to the journal, before it published
     * @param effectDecided just before the guarded write of the cadence; null when there was none
     * @param effectTakenUp when scheduling-service's relay had it, after its commit
     */
    record Way(
            Instant decided,
            Instant takenUp,
            @Nullable Instant effectDecided,
            @Nullable Instant effectTakenUp) {}

    Map<String, Way> since(Instant began) {
        Map<String, Way> ways = new HashMap<>();
        for (Document each : entries("participant", "custody", began)) {
            ways.put(trace(each), new Way(at(each), journaledAt(each), null, null));
        }
        for (Document each : entries("scheduling", "cadence", began)) {
            ways.computeIfPresent(
                    trace(each),
                    (trace, way) -> way.effectDecided() == null || at(each).isBefore(way.effectDecided())
                            ? new Way(way.decided(), way.takenUp(), at(each), journaledAt(each))
                            : way);
        }
        return ways;
    }

    private Iterable<Document> entries(String service, String aggregate, Instant began) {
        MongoCollection<Document> journal =
                infra.database(suite.databaseOf(service) + "_journal").getCollection("journal");
        return journal.find(Filters.and(Filters.gte("at", Date.from(began)), Filters.eq("entry.aggregate", aggregate)))
                .projection(new Document("at", 1).append("journaledAt", 1).append("entry.trace", 1))
                .batchSize(1_000);
    }

    private static String trace(Document journaled) {
        String traceparent = journaled.get("entry", Document.class).getString("trace");
        return traceparent.length() < TRACE_END ? traceparent : traceparent.substring(TRACE_BEGIN, TRACE_END);
    }

    private static Instant at(Document journaled) {
        return journaled.getDate("at").toInstant();
    }

    private static Instant journaledAt(Document journaled) {
        return journaled.getDate("journaledAt").toInstant();
    }
}
