package org.throughcare.platform.time;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.store.DueVisits;
import org.throughcare.platform.store.DueVisits.Round;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;

/**
 * Visits aggregates whose {@code nextDueAt} has come on the business clock. The hint may be early, never late; the visit is a
 * guarded command like any other, so that two instances or a crash never act twice or not at all.
 */
public final class Deadlines implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final String service;
    private final DueVisits visits;
    private final Grantees grantees;
    private final BusinessClock clock;
    private final Duration every;
    private final AtomicLong overdue = new AtomicLong();
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean running;
    private @Nullable Thread thread;

    Deadlines(
            String service,
            DueVisits visits,
            Grantees grantees,
            BusinessClock clock,
            Duration every,
            MeterRegistry meters) {
        this.service = service;
        this.visits = visits;
        this.grantees = grantees;
        this.clock = clock;
        this.every = every;
        meters.gauge("throughcare.deadlines.overdue", overdue);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("deadlines-" + service).start(this::work);
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
        return 20;
    }

    private void work() {
        while (running) {
            try {
                Thread.sleep(every);
                round(visits::visitDue);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException storeAway) {
                LOG.debug("deadlines put off: {}", storeAway.toString());
            }
        }
    }

    /** One round over all grantees, now, whatever is thought to be due. */
    public Round visitAll() {
        return round(visits::visitAllDue);
    }

    private Round round(Function<Instant, Round> visitsOfAGrantee) {
        round.lock();
        try {
            Instant now = clock.now();
            List<Round> rounds = new ArrayList<>();
            for (String grantee : grantees.served()) {
                new Scope(grantee, Actor.system(service), "").run(() -> rounds.add(visitsOfAGrantee.apply(now)));
            }
            long due = rounds.stream().mapToLong(Round::due).sum();
            overdue.set(due);
            return new Round(
                    due, rounds.stream().flatMap(each -> each.next().stream()).min(Comparator.naturalOrder()));
        } finally {
            round.unlock();
        }
    }
}
