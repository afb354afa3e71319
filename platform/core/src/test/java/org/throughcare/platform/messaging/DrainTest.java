package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.store.Aggregates;

@DisplayName("An instance that is stopped while messages wait")
class DrainTest {

    private static final int MESSAGES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Backbone backbone = new Backbone();
    private final Backbone.Instance owner = backbone.instance("owner");
    private final Backbone.Instance leaving = backbone.instance("listener");
    private final Backbone.Instance staying = backbone.instance("listener");
    private final Set<String> atLeaving = ConcurrentHashMap.newKeySet();
    private final Set<String> atStaying = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);

    @AfterEach
    void close() {
        slow.countDown();
        backbone.close();
    }

    @Test
    @DisplayName("gives back at once what it has not begun, finishes what it has, and nothing is handled twice for it")
    void drains() throws Exception {
        Aggregates<Tally> tallies = owner.tallies();
        hear(leaving, atLeaving, true);
        hear(staying, atStaying, false);
        owner.knowing(leaving);
        leaving.knowing(owner);
        staying.knowing(owner);
        owner.startRelay();
        leaving.consumers.start();
        await().atMost(PATIENCE).until(() -> leaving.consumers.queued().isPresent());
        for (int i = 0; i < MESSAGES; i++) {
            String id = "t" + i;
            owner.inScope(() -> tallies.create(Command.withId(id), id, () -> Tally.open(id)));
        }
        await().atMost(PATIENCE).until(() -> begun.get() > 0 && leaving.consumers.inFlight() > begun.get());

        staying.consumers.start();
        Thread stopping = Thread.ofVirtual().start(leaving.consumers::stop);

        // While the one that is leaving is still in the middle of its own
        await().atMost(PATIENCE).until(() -> atStaying.size() + begun.get() == MESSAGES);
        assertThat(stopping.isAlive()).as("still finishing").isTrue();
        assertThat(atLeaving).isEmpty();

        slow.countDown();
        assertThat(stopping.join(Duration.ofSeconds(10))).as("has left").isTrue();
        assertThat(atLeaving).hasSize(begun.get());
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> {
            long queued = staying.consumers.queued().orElse(-1L);
            return queued == 0 && atStaying.stream().noneMatch(atLeaving::contains);
        });
        assertThat(atStaying.size() + atLeaving.size()).isEqualTo(MESSAGES);
    }

    private void hear(Backbone.Instance listener, Set<String> handled, boolean isSlow) {
        listener.subscriptions.add(Subscription.toState(
                owner.service,
                "tally",
                Tally.Snapshot.class,
                listener.stores.of(owner.service, "tally", Tally.Snapshot.class),
                (copy, message) -> {
                    if (isSlow) {
                        begun.incrementAndGet();
                        try {
                            boolean _ = slow.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException("interrupted halfway", stopped);
                        }
                    }
                    handled.add(copy.id());
                }));
    }
}
