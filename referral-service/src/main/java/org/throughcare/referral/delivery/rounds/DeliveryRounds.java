package org.throughcare.referral.delivery.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.referral.delivery.DeliveringADisclosure;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.Disclosures;

/**
 * Looks for disclosures that are due, at once when something was decided here and every two seconds besides, and delivers them: one
 * partner's in their order, different partners' side by side, so that one that does not answer holds up nobody else.
 */
public final class DeliveryRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int PAGE = 500;

    private final Grantees grantees;
    private final Disclosures disclosures;
    private final DeliveringADisclosure delivering;
    private final InstantSource clock;
    private final BlockingQueue<String> nudged = new LinkedBlockingQueue<>(10_000);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean running;
    private @Nullable Thread thread;

    public DeliveryRounds(
            Grantees grantees, Disclosures disclosures, DeliveringADisclosure delivering, InstantSource clock) {
        this.grantees = grantees;
        this.disclosures = disclosures;
        this.delivering = delivering;
        this.clock = clock;
    }

    /** Something was decided for this grantee a moment ago. */
    public void nudge(String grantee) {
        boolean _ = nudged.offer(grantee);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("partner-delivery").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        Thread old = thread;
        if (old != null) {
            old.interrupt();
        }
        long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (working.get() > 0 && System.nanoTime() < patience) {
            Thread.yield();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 30;
    }

    private void work() {
        Instant lastFull = Instant.EPOCH;
        while (running) {
            try {
                String first = nudged.poll(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                List<String> some = new ArrayList<>();
                if (first != null) {
                    some.add(first);
                    nudged.drainTo(some);
                }
                boolean full = Duration.between(lastFull, clock.instant()).compareTo(EVERY) >= 0;
                (full ? grantees.served() : some.stream().distinct().toList()).forEach(this::round);
                if (full) {
                    lastFull = clock.instant();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException storeAway) {
                LOG.debug("delivery to partners put off: {}", storeAway.toString());
            }
        }
    }

    private void round(String grantee) {
        Scope scope = new Scope(grantee, Actor.system("referral"), "");
        scope.run(() -> {
            Map<String, List<String>> byPartner = disclosures.due(clock.instant(), PAGE).stream()
                    .collect(Collectors.groupingBy(
                            each -> each.state().partner().toString(),
                            Collectors.mapping(Stored<Disclosure>::id, Collectors.toList())));
            byPartner.forEach((partner, ids) -> deliver(scope, grantee + "/" + partner, ids));
        });
    }

    private void deliver(Scope scope, String partner, List<String> ids) {
        if (!busy.add(partner)) {
            return;
        }
        working.incrementAndGet();
        Thread.ofVirtual().name("partner-" + partner).start(() -> {
            boolean whole = false;
            try {
                scope.run(() -> ids.stream().takeWhile(id -> running).forEach(delivering::tryOnce));
                whole = true;
            } catch (RuntimeException fault) {
                LOG.warn("delivery to partner {} broke off: {}", partner, fault.toString());
            } finally {
                busy.remove(partner);
                working.decrementAndGet();
            }
            if (whole) {
                nudge(scope.grantee());
            }
        });
    }
}
