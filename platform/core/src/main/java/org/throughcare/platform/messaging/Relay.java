package org.throughcare.platform.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outcome;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outgoing;
import org.throughcare.platform.store.Pending;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * Carries committed entries to the journal and the broker, in batches: journal, publish in one confirm window, settle by pulling
 * them from their outboxes. The journal waits for no broker: whatever that does, an entry that a restored store needs is there within
 * milliseconds. The relay needs no lease: the instance that committed an entry hands it over in memory; the sweep
 * finds what a crash or a full queue left behind. Two relays that meet publish twice, which no consumer minds.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration SWEEP_WAITS = Duration.ofSeconds(5);
    /** Between two tries of a broker that is away. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration MOST_LAG = Duration.ofSeconds(20);

    private final String service;
    private final TenantDatabases databases;
    private final Journal journal;
    private final Supplier<Catalogue> catalogue;
    private final ConfirmedPublisher publisher;
    private final MeterRegistry meters;
    private final Timer untilJournaled;
    private final Timer untilConfirmed;
    private final RelayStage journaling;
    private final RelayStage publishing;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final AtomicLong lagMillis = new AtomicLong();
    private final AtomicLong offered = new AtomicLong();
    private volatile boolean running;
    private boolean brokerAway;
    private long triedAt;

    Relay(
            String service,
            TenantDatabases databases,
            Journal journal,
            Supplier<Catalogue> catalogue,
            ConfirmedPublisher publisher,
            MeterRegistry meters) {
        this.service = service;
        this.databases = databases;
        this.journal = journal;
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.meters = meters;
        this.untilJournaled = Timer.builder("throughcare.relay.journaled")
                .description("From the commit of a command to its entry in the journal: what is lost with the store")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.untilConfirmed = Timer.builder("throughcare.relay.confirmed")
                .description("From the commit of a command to the broker's confirm of its event")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        meters.gauge("throughcare.relay.waiting", taken, Set::size);
        journaling = new RelayStage("journal-" + service, this::journal, this::letGo, this::cannotBeCarried);
        publishing = new RelayStage("relay-" + service, this::publishAndSettle, this::letGo, this::cannotBeCarried);
    }

    /** Never blocks: what is not taken is found by the sweep. */
    void offer(Pending entry) {
        offered.incrementAndGet();
        if (running && taken.add(entry.eventId()) && !journaling.offer(entry)) {
            letGo(entry);
        }
    }

    private void letGo(Pending entry) {
        taken.remove(entry.eventId());
    }

    /** Entries handed over and not yet settled. */
    public int inHand() {
        return taken.size();
    }

    /**
     * Entries that came to this instance since it started, whatever became of them: as long as it stands still, nothing was committed
     * here.
     */
    public long offered() {
        return offered.get();
    }

    /** How long entries lately took from commit to confirm, 20 seconds at most; half of it is forgotten at each call. */
    Duration lag() {
        return Duration.ofMillis(lagMillis.getAndUpdate(millis -> millis / 2));
    }

    /** For the sweep: waits for room, and whether the relay wants more at all. */
    boolean offerFromSweep(Pending entry) {
        offered.incrementAndGet();
        if (!running || !taken.add(entry.eventId())) {
            return running;
        }
        try {
            if (journaling.offer(entry, SWEEP_WAITS)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        letGo(entry);
        return false;
    }

    @Override
    public void start() {
        running = true;
        journaling.start();
        publishing.start();
    }

    @Override
    public void stop() {
        running = false;
        journaling.stop();
        publishing.stop();
        publisher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before whatever commits, stops after it: what is acknowledged last is still carried away. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void cannotBeCarried(Pending entry, RuntimeException failed) {
        meters.counter("throughcare.relay.failed").increment();
        LOG.error(
                "{} of {} {} cannot be carried and stays in its outbox",
                entry.entry().getString("event"),
                entry.collection(),
                entry.aggregateId(),
                failed);
    }

    private void journal(List<Pending> batch) {
        byGrantee(batch, entries -> journaled(journal.write(entries)));
        for (Pending each : batch) {
            if (!publishing.offer(each)) {
                letGo(each);
            }
        }
    }

    private void publishAndSettle(List<Pending> batch) {
        Map<String, Outcome> outcomes = publish(batch);
        byGrantee(batch, entries -> settle(entries, outcomes));
        batch.forEach(this::letGo);
    }

    private void byGrantee(List<Pending> batch, Consumer<List<Pending>> work) {
        Map<String, List<Pending>> byGrantee = new LinkedHashMap<>();
        batch.forEach(each -> byGrantee
                .computeIfAbsent(each.grantee(), g -> new ArrayList<>())
                .add(each));
        byGrantee.forEach((grantee, entries) -> inScope(grantee, () -> work.accept(entries)));
    }

    private void journaled(List<Pending> entries) {
        Instant now = Instant.now();
        entries.forEach(each -> untilJournaled.record(
                Duration.between(each.entry().getDate("at").toInstant(), now)));
    }

    private Map<String, Outcome> publish(List<Pending> batch) {
        List<Outgoing> outgoing = new ArrayList<>(batch.size());
        for (Pending each : batch) {
            Envelope.of(service, each)
                    .ifPresent(event -> outgoing.add(new Outgoing(
                            each.entry().getBoolean("bulk", false) ? Topology.BULK : Topology.EVENTS,
                            Topology.routingKey(service, event.event(), event.grantee()),
                            event.id(),
                            event.type(),
                            event.bytes())));
        }
        if (outgoing.isEmpty()) {
            return Map.of();
        }
        if (brokerAway && System.nanoTime() - triedAt < PAUSE.toNanos()) {
            return allFailed(outgoing);
        }
        triedAt = System.nanoTime();
        try {
            Map<String, Outcome> outcomes = publisher.publish(outgoing);
            if (brokerAway) {
                LOG.info("the broker is back");
                brokerAway = false;
            }
            return outcomes;
        } catch (IOException away) {
            if (!brokerAway) {
                LOG.warn("the broker is away, events wait in their outboxes: {}", away.toString());
                brokerAway = true;
            }
            triedAt = System.nanoTime();
            return allFailed(outgoing);
        }
    }

    private static Map<String, Outcome> allFailed(List<Outgoing> outgoing) {
        Map<String, Outcome> none = new LinkedHashMap<>();
        outgoing.forEach(each -> none.put(each.messageId(), Outcome.FAILED));
        return none;
    }

    private void settle(List<Pending> entries, Map<String, Outcome> outcomes) {
        // In one order of documents, so that two relays do not wait for each other.
        Map<String, SortedMap<String, List<String>>> byCollection = new TreeMap<>();
        Instant now = Instant.now();
        for (Pending each : entries) {
            @Nullable Outcome outcome = outcomes.get(each.eventId());
            boolean announced = each.entry().containsKey("snapshot");
            if (announced && outcome != Outcome.CONFIRMED && outcome != Outcome.RETURNED) {
                meters.counter("throughcare.relay.failed").increment();
                continue;
            }
            if (outcome == Outcome.RETURNED
                    && catalogue.get().isHeard(service, each.entry().getString("event"))) {
                keepUnroutable(each);
            }
            if (outcome == Outcome.CONFIRMED) {
                Duration took = Duration.between(each.entry().getDate("at").toInstant(), now);
                untilConfirmed.record(took);
                lagMillis.accumulateAndGet(Math.min(took.toMillis(), MOST_LAG.toMillis()), Math::max);
            }
            byCollection
                    .computeIfAbsent(each.collection(), c -> new TreeMap<>())
                    .computeIfAbsent(each.aggregateId(), id -> new ArrayList<>())
                    .add(each.eventId());
        }
        byCollection.forEach((collection, byId) -> {
            List<WriteModel<Document>> pulls = new ArrayList<>();
            byId.forEach((id, events) -> pulls.add(new UpdateOneModel<>(
                    new Document("_id", id),
                    new Document(
                            "$pull", new Document("outbox", new Document("eventId", new Document("$in", events)))))));
            MongoCollection<Document> documents = databases.current().getCollection(collection);
            documents.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        });
    }

    /** Somebody should have got this: kept, counted, alerted; a re-announcement brings it to them once the queue is there. */
    private void keepUnroutable(Pending entry) {
        meters.counter("throughcare.relay.unroutable").increment();
        LOG.error("no queue took {} of {}", entry.entry().getString("event"), entry.aggregateId());
        databases
                .current()
                .getCollection("unroutable")
                .updateOne(
                        new Document("_id", entry.eventId()),
                        new Document(
                                "$set",
                                new Document("at", new Date())
                                        .append("event", entry.entry().getString("event"))
                                        .append("collection", entry.collection())
                                        .append("aggregateId", entry.aggregateId())),
                        new UpdateOptions().upsert(true));
    }

    private void inScope(String grantee, Runnable work) {
        new Scope(grantee, Actor.system(service), "").run(work);
    }
}
