package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outcome;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outgoing;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Pending;
import org.throughcare.platform.tenancy.Scope;

@DisplayName("Faults between relay, broker and consumer, each by itself")
class BrokerFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HERD = 1_000;
    /** More than the twenty after which RabbitMQ 4 drops a message unless it is told otherwise. */
    private static final int CRASHES = 25;

    private static final int PREFETCH = 50;

    private final Backbone backbone = new Backbone();
    private final Backbone.Instance owner = backbone.instance("owner");
    private final Backbone.Instance listener = backbone.instance("listener");
    private final Aggregates<Tally> tallies = owner.tallies();
    private final Aggregates<Tally> counted = listener.tallies();
    private final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();

    @BeforeEach
    void listen() {
        listener.subscriptions.add(Subscription.toState(
                owner.service,
                "tally",
                Tally.Snapshot.class,
                listener.stores.of(owner.service, "tally", Tally.Snapshot.class)));
        listener.subscriptions.add(Subscription.toFacts(
                owner.service,
                "tally",
                Tally.TallyEvent.class,
                Set.of("tally-opened"),
                (fact, message) -> counted.createOrChange(
                        Command.effectOf("count", message.eventId(), "all"), message.subject(), held -> {
                            effects.computeIfAbsent(message.subject(), id -> new AtomicInteger())
                                    .incrementAndGet();
                            return held.orElseGet(() -> new Tally("all", List.of()))
                                    .add(message.eventId(), 1);
                        })));
        owner.knowing(listener);
        listener.knowing(owner);
    }

    @AfterEach
    void close() {
        backbone.close();
    }

    @Test
    @DisplayName("1. a relay that dies between publishing and settling: published again, journaled once, one effect")
    void relayDies() throws Exception {
        open("t1");
        Document document = owner.inScope(
                () -> owner.databases.current().getCollection("tally").find().first());
        Pending entry = new Pending(
                Backbone.GRANTEE,
                "tally",
                "t1",
                document.getList("outbox", Document.class).getFirst());
        // As far as it came
        new Scope(Backbone.GRANTEE, org.throughcare.platform.aggregate.Actor.system("test"), "")
                .run(() -> new Journal(owner.databases).write(List.of(entry)));
        Envelope event = Envelope.of(owner.service, entry).orElseThrow();
        try (ConfirmedPublisher dying = new ConfirmedPublisher(owner.broker, Duration.ofSeconds(5))) {
            Outgoing message = new Outgoing(
                    Topology.EVENTS,
                    Topology.routingKey(owner.service, event.event(), event.grantee()),
                    event.id(),
                    event.type(),
                    event.bytes());
            assertThat(dying.publish(List.of(message))).containsEntry(event.id(), Outcome.CONFIRMED);
        }
        assertThat(owner.sweep.unsettled()).isEqualTo(1);

        owner.startRelay();
        listener.consumers.start();
        await().atMost(PATIENCE).until(() -> owner.sweep.unsettled() == 0);
        await().atMost(PATIENCE).until(() -> effects.containsKey("t1"));
        awaitRest();
        assertThat(effects.get("t1")).hasValue(1);
        assertThat(owner.inScope(
                        () -> owner.databases.journal().getCollection("journal").countDocuments()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("6. a queue that is full and refuses: the message counts as not arrived, and goes once there is room")
    void refused() throws Exception {
        Assumptions.assumeTrue(
                "real".equals(System.getProperty("throughcare.parts")),
                "the embedded broker has no limit of a queue's length");
        String queue = "full-" + owner.service;
        try (Connection connection = owner.broker.connect("test");
                Channel channel = connection.createChannel();
                ConfirmedPublisher publisher = new ConfirmedPublisher(owner.broker, Duration.ofSeconds(10))) {
            channel.queueDeclare(queue, true, false, false, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
            assertThat(publisher.publish(List.of(message("first", queue)))).containsEntry("first", Outcome.CONFIRMED);
            assertThat(publisher.publish(List.of(message("second", queue)))).containsEntry("second", Outcome.FAILED);
            channel.queuePurge(queue);
            assertThat(publisher.publish(List.of(message("second", queue)))).containsEntry("second", Outcome.CONFIRMED);
            channel.queueDelete(queue);
        }
    }

    @Test
    @DisplayName("10. a dead letter replayed after the marks of what it did are gone: what exists is not made again")
    void lateReplay() throws Exception {
        listener.subscriptions.clear();
        listener.subscriptions.add(Subscription.toState(
                owner.service,
                "tally",
                Tally.Snapshot.class,
                listener.stores.of(owner.service, "tally", Tally.Snapshot.class),
                (copy, message) -> counted.createOrChange(
                        Command.effectOf("make", copy.id(), "one"),
                        "for-" + copy.id(),
                        held -> held.map(there -> there.rename(copy.snapshot().label()))
                                .orElseGet(() -> Tally.open(copy.snapshot().label())))));
        open("t1");
        Document document = owner.inScope(
                () -> owner.databases.current().getCollection("tally").find().first());
        byte[] event = Envelope.of(
                        owner.service,
                        new Pending(
                                Backbone.GRANTEE,
                                "tally",
                                "t1",
                                document.getList("outbox", Document.class).getFirst()))
                .orElseThrow()
                .bytes();
        assertThat(listener.handling.handle("q", "m", "t", event)).isTrue();
        listener.inScope(() -> {
            listener.deadLetters.keep("q", "m", "t", event, "for the test");
            return listener.databases
                    .current()
                    .getCollection("tally")
                    .updateMany(new Document(), new Document("$set", new Document("handled", List.of())));
        });

        String letter =
                listener.inScope(() -> listener.deadLetters.list(10)).getFirst().id();
        assertThat(listener.inScope(() -> new Replaying(listener.deadLetters, listener.handling).replay(letter)))
                .contains(Replaying.Outcome.HANDLED);
        assertThat(listener.inScope(() -> counted.find("for-t1").orElseThrow().revision()))
                .as("made once, and not touched since")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("12. a thousand events that waited for the broker: all come when it is back, each effect once")
    void herd() {
        Backbone.Instance cutOff = backbone.instance("owner", backbone.storeUri, "amqp://127.0.0.1:1");
        Aggregates<Tally> there = cutOff.tallies();
        cutOff.knowing(listener);
        cutOff.startRelay();
        for (int i = 0; i < HERD; i++) {
            String id = "t" + i;
            cutOff.inScope(() -> there.create(Command.withId(id), id, () -> Tally.open(id)));
        }
        cutOff.sweep.stop();
        cutOff.relay.stop();
        assertThat(owner.sweep.unsettled()).isPositive();

        listener.consumers.start();
        owner.startRelay();
        await().atMost(PATIENCE).until(() -> effects.size() == HERD && owner.sweep.unsettled() == 0);
        awaitRest();
        assertThat(effects.values()).allMatch(times -> times.get() == 1);
        assertThat(listener.inScope(listener.deadLetters::count)).isZero();
    }

    @Test
    @DisplayName("13. a consumer that dies again and again with fifty in its hands: none is dropped for it")
    void crashesWithPrefetch() throws Exception {
        owner.startRelay();
        listener.broker.connect("topology").close();
        for (int i = 0; i < PREFETCH; i++) {
            open("t" + i);
        }
        await().atMost(PATIENCE).until(() -> owner.sweep.unsettled() == 0);
        for (int crash = 0; crash < CRASHES; crash++) {
            Connection doomed = listener.broker.connect("doomed");
            Channel channel = doomed.createChannel();
            channel.basicQos(PREFETCH);
            CountDownLatch all = new CountDownLatch(PREFETCH);
            channel.basicConsume(Topology.liveQueue(listener.service), false, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(
                        String tag, com.rabbitmq.client.Envelope at, AMQP.BasicProperties with, byte[] body) {
                    all.countDown();
                }
            });
            assertThat(all.await(30, TimeUnit.SECONDS)).as("crash %d", crash).isTrue();
            doomed.abort();
        }
        listener.consumers.start();
        await().atMost(PATIENCE).until(() -> effects.size() == PREFETCH);
        awaitRest();
        assertThat(effects.values()).allMatch(times -> times.get() == 1);
        assertThat(listener.inScope(listener.deadLetters::count)).isZero();
    }

    private void open(String id) {
        owner.inScope(() -> tallies.create(Command.withId("open-" + id), id, () -> Tally.open(id)));
    }

    private void awaitRest() {
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> listener.consumers.inFlight() == 0
                        && listener.consumers.queued().orElse(-1L) == 0);
    }

    private static Outgoing message(String id, String queue) {
        return new Outgoing("", queue, id, "test", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
