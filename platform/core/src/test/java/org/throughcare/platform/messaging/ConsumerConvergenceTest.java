package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;

@DisplayName("A consumer comes to the same end, however it hears")
class ConsumerConvergenceTest {

    private final Backbone backbone = new Backbone();
    private final Backbone.Instance listener = backbone.instance("listener");
    private final Copies<Tally.Snapshot> copies = listener.stores.of("owner", "tally", Tally.Snapshot.class);
    private final Aggregates<Tally> mirrored = listener.tallies();

    @AfterEach
    void close() {
        backbone.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("every event twice, out of order, some missing until later: same end state, each effect once")
    void anyOrder(long seed) throws Exception {
        mirror(0);
        List<byte[]> heard = new ArrayList<>(history(12));
        heard.addAll(history(12));
        Random random = new Random(seed);
        Collections.shuffle(heard, random);
        List<byte[]> late = new ArrayList<>(heard.subList(0, random.nextInt(10)));
        heard.removeAll(late);
        for (byte[] each : heard) {
            hear(each);
        }
        for (byte[] each : late) {
            hear(each);
        }
        assertMirrored(11);
    }

    @Test
    @DisplayName("only the newest arrives: it covers for those that are missing")
    void onlyTheLast() throws Exception {
        mirror(0);
        hear(history(12).getLast());
        assertMirrored(11);
    }

    @Test
    @DisplayName("a crash between the effect and its acknowledgement, and between the copy and its effect")
    void crashes() throws Exception {
        mirror(2);
        byte[] last = history(3).getLast();
        assertThat(listener.handling.handle("q", "m", "t", last)).isTrue();
        hear(last);
        assertMirrored(2);
        assertThat(listener.inScope(listener.deadLetters::count)).isZero();
    }

    @Test
    @DisplayName("a re-announcement fills the copy and causes no effect")
    void stateOnly() throws Exception {
        mirror(0);
        Envelope last = Envelope.parse(history(4).getLast());
        hear(new Envelope(
                        "e-state",
                        last.service(),
                        "tally-state",
                        1,
                        last.aggregate(),
                        last.aggregateId(),
                        last.revision(),
                        last.grantee(),
                        last.time(),
                        last.actor(),
                        last.traceparent(),
                        null,
                        null,
                        null,
                        last.snapshot())
                .bytes());
        assertThat(listener.inScope(() -> copies.find("t1"))).isPresent();
        assertThat(listener.inScope(() -> mirrored.find("t1"))).isEmpty();
    }

    @Test
    @DisplayName("a fact counts each time it happened, and once however often it is heard")
    void facts() throws Exception {
        listener.subscriptions.add(Subscription.toFacts(
                "owner",
                "tally",
                Tally.TallyEvent.class,
                java.util.Set.of("amount-added"),
                (fact, message) -> mirrored.createOrChange(
                        Command.effectOf("facts", message.eventId(), "sum"),
                        "sum",
                        held -> held.orElseGet(() -> new Tally("sum", List.of()))
                                .add(message.eventId(), 1))));
        List<byte[]> heard = new ArrayList<>(history(5));
        heard.addAll(history(5));
        for (byte[] each : heard) {
            hear(each);
        }
        assertThat(listener.inScope(
                        () -> mirrored.find("sum").orElseThrow().state().sum()))
                .isEqualTo(4);
    }

    /** The effect: this service's own tally has every addition of the copy, each by a command keyed by its cause. */
    private void mirror(int failures) {
        int[] left = {failures};
        listener.subscriptions.add(Subscription.toState(
                "owner", "tally", Tally.Snapshot.class, copies, (copy, message) -> {
                    for (Tally.Addition each : copy.snapshot().additions()) {
                        mirrored.createOrChange(
                                Command.effectOf("mirror", each.id(), copy.id()),
                                copy.id(),
                                held -> held.orElseGet(() -> new Tally("mirror", List.of()))
                                        .add(each.id(), each.amount()));
                        if (left[0]-- > 0) {
                            throw new IllegalStateException("the process dies here");
                        }
                    }
                }));
    }

    private void assertMirrored(int additions) {
        List<String> ids = listener.inScope(() -> mirrored.find("t1").orElseThrow().state().additions().stream()
                .map(Tally.Addition::id)
                .toList());
        assertThat(ids).hasSize(additions).doesNotHaveDuplicates();
        assertThat(listener.inScope(() -> copies.find("t1").orElseThrow().revision()))
                .isEqualTo(additions + 1);
    }

    private void hear(byte[] message) throws InterruptedException {
        listener.handling.handle("q", "m", "t", message);
    }

    /** What an owner announces of one tally: opened, then an addition each. */
    private static List<byte[]> history(int events) {
        List<byte[]> history = new ArrayList<>();
        List<Tally.Addition> additions = new ArrayList<>();
        for (int i = 1; i <= events; i++) {
            if (i > 1) {
                additions.add(new Tally.Addition("a" + i, i));
            }
            Tally tally = new Tally("history", List.copyOf(additions));
            Tally.TallyEvent happened =
                    i == 1 ? new Tally.TallyEvent.TallyOpened("history") : new Tally.TallyEvent.AmountAdded("a" + i, i);
            history.add(new Envelope(
                            "e-" + i,
                            "owner",
                            i == 1 ? "tally-opened" : "amount-added",
                            1,
                            "tally",
                            "t1",
                            i,
                            Backbone.GRANTEE,
                            java.time.Instant.parse("2026-11-23T12:00:00Z"),
                            "staff:s1",
                            "",
                            null,
                            null,
                            Json.mapper().valueToTree(happened),
                            Json.mapper().valueToTree(new Tally.Snapshot("history", tally.sum(), tally.additions())))
                    .bytes());
        }
        return history;
    }
}
