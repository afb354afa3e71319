package org.throughcare.platform.messaging;

import com.mongodb.client.MongoCursor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outcome;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outgoing;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/**
 * Tells one service again where everything stands: the current snapshot at its current revision, by that service's bulk queue.
 * Fills a new or restored service; copies take it, effects never see it.
 */
public final class ReAnnouncing {

    private static final int BATCH = 200;

    private final String service;
    private final Stores stores;
    private final TenantDatabases databases;
    private final Broker broker;
    private final BusinessClock clock;

    ReAnnouncing(String service, Stores stores, TenantDatabases databases, Broker broker, BusinessClock clock) {
        this.service = service;
        this.stores = stores;
        this.databases = databases;
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * All announced aggregates of the grantee in scope to one service.
     *
     * @return how many were confirmed
     * @throws IOException when the broker is away or does not take them; what was sent is harmless, ask again
     */
    public long to(String consumer) throws IOException {
        long sent = 0;
        try (ConfirmedPublisher publisher = new ConfirmedPublisher(broker, Duration.ofSeconds(30))) {
            for (AggregateStore<?> store : stores.aggregates()) {
                if (store.type().announces()) {
                    sent += to(consumer, store, publisher);
                }
            }
        }
        return sent;
    }

    private <S> long to(String consumer, AggregateStore<S> store, ConfirmedPublisher publisher) throws IOException {
        long sent = 0;
        List<Outgoing> batch = new ArrayList<>(BATCH);
        try (MongoCursor<Document> all = databases
                .current()
                .getCollection(store.type().name())
                .find()
                .projection(new Document("outbox", 0).append("handled", 0))
                .batchSize(BATCH)
                .iterator()) {
            while (all.hasNext()) {
                message(consumer, store, all.next(), batch);
                if (batch.size() == BATCH || !all.hasNext()) {
                    send(publisher, batch);
                    sent += batch.size();
                    batch.clear();
                }
            }
        }
        return sent;
    }

    private <S> void message(String consumer, AggregateStore<S> store, Document document, List<Outgoing> batch) {
        S state = Documents.read(
                document.get("body", Document.class), store.type().state());
        Object snapshot = store.type().snapshot(state);
        if (snapshot == null) {
            return;
        }
        Scope scope = Scope.current();
        Envelope event = new Envelope(
                UUID.randomUUID().toString(),
                service,
                Envelope.stateEvent(store.type().name()),
                1,
                store.type().name(),
                document.getString("_id"),
                document.getLong("revision"),
                scope.grantee(),
                now(),
                Actor.system(service).value(),
                scope.traceparent(),
                store.type().participant(state),
                store.type().site(state),
                null,
                Json.mapper().valueToTree(snapshot));
        batch.add(new Outgoing("", Topology.bulkQueue(consumer), event.id(), event.type(), event.bytes()));
    }

    private Instant now() {
        return clock.now();
    }

    private static void send(ConfirmedPublisher publisher, List<Outgoing> batch) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        for (Outcome each : publisher.publish(batch).values()) {
            if (each != Outcome.CONFIRMED) {
                throw new IOException("the broker did not take everything: " + each);
            }
        }
    }
}
