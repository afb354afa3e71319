package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/**
 * Two instances of a listener hear of the same person at the same time. Its effect is a tally of its own whose label says what
 * it made of the copies: {@code t1's label / t2's label}.
 */
@DisplayName("Reactions that run at the same time end with what the newest copies say")
class ConcurrentReactionsTest {

    private final Backbone backbone = new Backbone();
    private final Listener one = new Listener();
    private final Listener two = new Listener();

    @AfterEach
    void close() {
        backbone.close();
    }

    @Test
    @DisplayName("a slow reaction to an older state does not overwrite what a newer one brought about")
    void sameAggregate() throws Exception {
        one.hear(message("t1", 1, "recorded"));
        one.pauseBeforeWriting();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> slow = threads.submit(() -> one.hear(message("t1", 2, "recorded again")));
            one.hasRead();
            assertThat(two.hear(message("t1", 3, "withdrawn"))).isTrue();
            assertThat(two.effect()).isEqualTo("withdrawn/-");
            one.goOn();
            assertThat(slow.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(one.effect()).isEqualTo("withdrawn/-");
    }

    @Test
    @DisplayName("nor what a message about another aggregate brought about")
    void anotherAggregate() throws Exception {
        one.hear(message("t1", 1, "inside"));
        one.hear(message("t2", 1, "Jia"));
        one.pauseBeforeWriting();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> slow = threads.submit(() -> one.hear(message("t1", 2, "released")));
            one.hasRead();
            two.hear(message("t2", 2, "Cal"));
            one.goOn();
            slow.get(10, TimeUnit.SECONDS);
        }
        assertThat(one.effect()).isEqualTo("released/Cal");
    }

    @Test
    @DisplayName("a process that died after writing from an older state mends it when the message comes again")
    void diesBeforeItLooksAgain() throws Exception {
        one.hear(message("t1", 1, "recorded"));
        one.pauseBeforeWriting();
        one.dieAfterWriting();
        byte[] second = message("t1", 2, "recorded again");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> slow = threads.submit(() -> one.hear(second));
            one.hasRead();
            two.hear(message("t1", 3, "withdrawn"));
            one.goOn();
            assertThatThrownBy(() -> slow.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Died.class);
        }
        assertThat(two.effect()).isEqualTo("recorded again/-");
        two.hear(second);
        assertThat(two.effect()).isEqualTo("withdrawn/-");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 17, 20261127, 99991})
    @DisplayName("any order, any number of times, on two instances with two threads each")
    void interleavings(long seed) throws Exception {
        List<byte[]> messages = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
            for (int revision = 1; revision <= 12; revision++) {
                messages.add(message("t1", revision, "state " + revision));
                messages.add(message("t2", revision, "worker " + revision));
            }
        }
        Collections.shuffle(messages, new Random(seed));
        one.loiter();
        two.loiter();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> heard = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                byte[] each = messages.get(i);
                Listener by = i % 2 == 0 ? one : two;
                heard.add(threads.submit(() -> by.hear(each)));
            }
            for (Future<Boolean> each : heard) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(one.effect()).isEqualTo("state 12/worker 12");
    }

    /** Stands for the end of the process: nothing after it runs, the message is not acknowledged. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** One instance, and where its reaction can be made to wait between what it reads and what it writes. */
    private final class Listener {
        private final Backbone.Instance instance = backbone.instance("listener");
        private final Copies<Tally.Snapshot> copies = instance.stores.of("owner", "tally", Tally.Snapshot.class);
        private final Aggregates<Tally> effects = instance.tallies();
        private volatile Optional<CountDownLatch> paused = Optional.empty();
        private volatile CountDownLatch read = new CountDownLatch(1);
        private volatile boolean loiters;
        private volatile boolean dies;

        Listener() {
            instance.subscriptions.add(Subscription.toState(
                    "owner", "tally", Tally.Snapshot.class, copies, (copy, heard) -> react(heard)));
        }

        private void react(Heard heard) {
            String wanted = label("t1") + "/" + label("t2");
            beforeWriting();
            effects.createOrChange(
                    Command.effectOf("mirror", heard.eventId(), "effect"),
                    "effect",
                    held -> held.map(tally -> tally.rename(wanted)).orElseGet(() -> Tally.open(wanted)));
            if (dies) {
                dies = false;
                throw new Died();
            }
        }

        private String label(String id) {
            return copies.find(id)
                    .map(Copy::snapshot)
                    .map(Tally.Snapshot::label)
                    .orElse("-");
        }

        private void beforeWriting() {
            read.countDown();
            paused.ifPresent(latch -> {
                try {
                    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            });
            if (loiters) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(3_000_000));
            }
        }

        boolean hear(byte[] message) throws InterruptedException {
            return instance.handling.handle("q", "m", "t", message);
        }

        String effect() {
            return instance.inScope(
                    () -> effects.find("effect").orElseThrow().state().label());
        }

        void pauseBeforeWriting() {
            read = new CountDownLatch(1);
            paused = Optional.of(new CountDownLatch(1));
        }

        void hasRead() throws InterruptedException {
            assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
        }

        void goOn() {
            paused.ifPresent(CountDownLatch::countDown);
        }

        void dieAfterWriting() {
            dies = true;
        }

        void loiter() {
            loiters = true;
        }
    }

    private static byte[] message(String id, long revision, String label) {
        return new Envelope(
                        "e-" + id + "-" + revision,
                        "owner",
                        "label-changed",
                        1,
                        "tally",
                        id,
                        revision,
                        Backbone.GRANTEE,
                        Instant.parse("2026-11-27T12:00:00Z"),
                        "staff:s1",
                        "",
                        "p1",
                        null,
                        Json.mapper().valueToTree(new Tally.TallyEvent.LabelChanged(label)),
                        Json.mapper().valueToTree(new Tally.Snapshot(label, 0, List.of())))
                .bytes();
    }
}
