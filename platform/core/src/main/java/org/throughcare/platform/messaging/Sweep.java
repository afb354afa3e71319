package org.throughcare.platform.messaging;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.CountOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.platform.store.Pending;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;

/** Finds entries that have been in their outbox for longer than a relay needs, and hands them to this instance's relay. */
public final class Sweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 200;

    private final String service;
    private final Stores stores;
    private final TenantDatabases databases;
    private final Grantees grantees;
    private final Relay relay;
    private final Duration every;
    private final Duration olderThan;
    private final AtomicLong found = new AtomicLong();
    private volatile boolean running;
    private @Nullable Thread thread;

    Sweep(
            String service,
            Stores stores,
            TenantDatabases databases,
            Grantees grantees,
            Relay relay,
            MeterRegistry meters,
            Duration every,
            Duration olderThan) {
        this.service = service;
        this.stores = stores;
        this.databases = databases;
        this.grantees = grantees;
        this.relay = relay;
        this.every = every;
        this.olderThan = olderThan;
        meters.gauge("throughcare.outbox.overdue", found);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("sweep-" + service).start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 10;
    }

    private void work() {
        while (running) {
            try {
                Thread.sleep(every);
                found.set(sweep(patience(olderThan, relay.lag())));
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException storeAway) {
                LOG.debug("sweep put off: {}", storeAway.toString());
            }
        }
    }

    /**
     * Under load relays take their time, the other instances' too: what they still carry is not published a second time on top.
     *
     * @param lag what entries lately took here; the others' will be like it
     */
    static Duration patience(Duration olderThan, Duration lag) {
        Duration threefold = lag.multipliedBy(3);
        return threefold.compareTo(olderThan) > 0 ? threefold : olderThan;
    }

    /** One round over all grantees; how many entries it found. */
    public long sweep(Duration age) {
        long count = 0;
        for (String grantee : grantees.served()) {
            for (AggregateStore<?> store : stores.aggregates()) {
                count += sweep(grantee, store.type().name(), age);
            }
        }
        return count;
    }

    private long sweep(String grantee, String collection, Duration age) {
        long[] count = {0};
        Date before = Date.from(Instant.now().minus(age));
        new Scope(grantee, Actor.system(service), "").run(() -> {
            for (Document each : databases
                    .current()
                    .getCollection(collection)
                    .find(lt("outbox.at", before))
                    .projection(new Document("outbox", 1))
                    .limit(PAGE)) {
                for (Document entry : each.getList("outbox", Document.class)) {
                    if (!entry.getDate("at").before(before)) {
                        continue;
                    }
                    count[0]++;
                    if (!relay.offerFromSweep(new Pending(grantee, collection, each.getString("_id"), entry))) {
                        return;
                    }
                }
            }
        });
        return count[0];
    }

    /** Entries still in outboxes, of all grantees; at most a page per collection is counted. */
    public long unsettled() {
        long[] count = {0};
        for (String grantee : grantees.served()) {
            new Scope(grantee, Actor.system(service), "").run(() -> {
                for (AggregateStore<?> store : stores.aggregates()) {
                    count[0] += databases
                            .current()
                            .getCollection(store.type().name())
                            .countDocuments(gt("outbox.at", new Date(0)), new CountOptions().limit(PAGE));
                }
            });
        }
        return count[0];
    }
}
