package org.throughcare.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** Looks every millisecond whether scheduling-service's copy of a custody record has come to a revision. */
final class Lookout {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PACE = Duration.ofMillis(1);

    private final MongoCollection<Document> copies;
    private Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    Lookout(Infra infra, Suite suite) {
        copies = infra.database(suite.databaseOf("scheduling")).getCollection("copies_participant_custody");
    }

    void begin() {
        nanos = new ConcurrentLinkedQueue<>();
    }

    void watch(String participant, long revision, long answeredNanos) {
        while (System.nanoTime() - answeredNanos < PATIENCE.toNanos()) {
            boolean there = copies.find(Filters.and(Filters.eq("_id", participant), Filters.gte("revision", revision)))
                            .projection(new Document("_id", 1))
                            .first()
                    != null;
            if (there) {
                break;
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        nanos.add(System.nanoTime() - answeredNanos);
    }

    Latencies seen() {
        return Latencies.of(nanos.stream().mapToLong(Long::longValue));
    }
}
