package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.OwnerAway;

@DisplayName("Messages that cannot be handled, and parts that are away")
class BadMessagesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Backbone backbone = new Backbone();
    private final Backbone.Instance owner = backbone.instance("owner");
    private final Backbone.Instance listener = backbone.instance("listener");
    private final Aggregates<Tally> tallies = owner.tallies();
    private final AtomicInteger effects = new AtomicInteger();
    private final AtomicBoolean poison = new AtomicBoolean();
    private final AtomicInteger ownerAway = new AtomicInteger();

    @BeforeEach
    void listen() {
        listener.subscriptions.add(Subscription.toState(
                owner.service,
                "tally",
                Tally.Snapshot.class,
                listener.stores.of(owner.service, "tally", Tally.Snapshot.class),
                (copy, message) -> {
                    if (ownerAway.getAndDecrement() > 0) {
                        throw new OwnerAway("owner", new IllegalStateException("no answer"));
                    }
                    if (poison.get() && copy.id().equals("poison")) {
                        throw new IllegalStateException("cannot be handled");
                    }
                    effects.incrementAndGet();
                }));
        owner.knowing(listener);
        listener.knowing(owner);
    }

    @AfterEach
    void close() {
        backbone.close();
    }

    @Test
    @DisplayName(
            "poison at the head of the queue is kept with its reason, those behind it go on, and it can be replayed")
    void poison() throws Exception {
        poison.set(true);
        start();
        open("poison");
        open("well");
        await().atMost(PATIENCE).until(() -> count() == 1 && effects.get() == 1);
        DeadLetters.DeadLetter letter =
                listener.inScope(() -> listener.deadLetters.list(10)).getFirst();
        assertThat(letter.reason()).contains("cannot be handled");

        poison.set(false);
        Replaying replaying = new Replaying(listener.deadLetters, listener.handling);
        assertThat(listener.inScope(() -> replaying.replay(letter.id()))).contains(Replaying.Outcome.HANDLED);
        assertThat(count()).isZero();
        assertThat(effects.get()).isEqualTo(2);
    }

    @Test
    @DisplayName("malformed, of an unknown version, of an unknown grantee: kept with the reason, nothing blocked")
    void unreadable() throws Exception {
        start();
        open("first");
        await().atMost(PATIENCE).until(() -> effects.get() == 1);
        String good = good();
        publish("this is not JSON");
        publish("{\"specversion\":\"1.0\"}");
        publish(good.replace("tally-opened.v1\"", "tally-opened.v2\""));
        publish(good.replace("\"grantee\":\"three-rivers\"", "\"grantee\":\"nobody\""));
        open("last");

        await().atMost(PATIENCE).until(() -> effects.get() == 2 && count() == 1);
        assertThat(listener.inScope(() -> listener.deadLetters.list(10)))
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("unknown version 2"));
        await().atMost(PATIENCE).until(() -> listener.deadLetters.count() == 3);
        assertThat(listener.deadLetters.list(10))
                .extracting(DeadLetters.DeadLetter::reason)
                .anyMatch(each -> each.contains("not JSON"))
                .noneMatch(each -> each.contains("this is"))
                .anyMatch(each -> each.contains("type is missing"))
                .anyMatch(each -> each.contains("unknown grantee nobody"));
    }

    @Test
    @DisplayName("a message of a grantee that is still being prepared waits for it, and is no dead letter")
    void granteeComes() throws Exception {
        listener.grantees.coming.add("high-plains");
        start();
        open("first");
        await().atMost(PATIENCE).until(() -> effects.get() == 1);
        publish(good().replace("\"grantee\":\"three-rivers\"", "\"grantee\":\"high-plains\""));
        await().atMost(PATIENCE).until(() -> listener.patience.waiting() == 1);
        listener.grantees.hasCome("high-plains");
        await().atMost(PATIENCE).until(() -> effects.get() == 2);
        assertThat(listener.deadLetters.count()).isZero();
    }

    @Test
    @DisplayName("a grantee that another instance registered a moment ago is looked up before its message is parked")
    void granteeRegisteredElsewhere() throws Exception {
        listener.grantees.registeredElsewhere.add("high-plains");
        start();
        open("first");
        await().atMost(PATIENCE).until(() -> effects.get() == 1);
        publish(good().replace("\"grantee\":\"three-rivers\"", "\"grantee\":\"high-plains\""));
        await().atMost(PATIENCE).until(() -> effects.get() == 2);
        assertThat(listener.deadLetters.count()).isZero();
    }

    @Test
    @DisplayName("an entry that cannot be carried stays in its outbox and keeps no other from being published")
    void faultyEntry() throws Exception {
        open("faulty");
        owner.inScope(() -> owner.databases
                .current()
                .getCollection("tally")
                .updateOne(
                        new Document("_id", "faulty"),
                        new Document("$set", new Document("outbox.0.snapshot.label", new org.bson.types.MinKey()))));
        List<String> well = List.of("t1", "t2", "t3", "t4");
        well.forEach(this::open);
        start();
        await().atMost(PATIENCE).until(() -> effects.get() == well.size());
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> owner.sweep.unsettled() == 1);
        assertThat(owner.meters.counter("throughcare.relay.failed").count()).isPositive();
    }

    @Test
    @DisplayName("an owner that does not answer holds the message up and loses nothing")
    void ownerAway() throws Exception {
        ownerAway.set(5);
        start();
        open("t1");
        await().atMost(PATIENCE).until(() -> effects.get() == 1);
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("an event that somebody should get and no queue takes is kept as unroutable")
    void unroutable() throws Exception {
        start();
        open("before");
        await().atMost(PATIENCE).until(() -> effects.get() == 1);
        try (Connection connection = owner.broker.connect("saboteur");
                Channel channel = connection.createChannel()) {
            channel.queueUnbind(
                    Topology.liveQueue(listener.service),
                    Topology.EVENTS,
                    Topology.routingKey(owner.service, "tally-opened", "*"));
        }
        open("t1");
        await().atMost(PATIENCE)
                .until(() -> owner.inScope(() ->
                        owner.databases.current().getCollection("unroutable").countDocuments() == 1));
        assertThat(owner.meters.counter("throughcare.relay.unroutable").count()).isEqualTo(1);
        await().until(() -> owner.sweep.unsettled() == 0);
        new ReAnnouncingHere(owner).to(listener.service);
        await().atMost(PATIENCE)
                .until(() -> listener.inScope(() -> listener.databases
                                .current()
                                .getCollection("copies_" + owner.service + "_tally")
                                .countDocuments()
                        == 2));
    }

    @Test
    @DisplayName("a broker that is away at start-up: commands are accepted, events follow when it is there")
    void brokerAwayAtStart() {
        Backbone.Instance cutOff = backbone.instance("cutoff", backbone.storeUri, "amqp://127.0.0.1:1");
        Aggregates<Tally> there = cutOff.tallies();
        cutOff.startRelay();
        cutOff.inScope(() -> there.create(Command.withId("c"), "t1", () -> Tally.open("t1")));
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> cutOff.sweep.unsettled() == 1);
        cutOff.sweep.stop();
        cutOff.relay.stop();

        Backbone.Instance connected = backbone.instance("cutoff");
        connected.tallies();
        connected.startRelay();
        await().atMost(PATIENCE).until(() -> connected.sweep.unsettled() == 0);
        long journaled = connected.inScope(
                () -> connected.databases.journal().getCollection("journal").countDocuments());
        assertThat(journaled).isEqualTo(1);
    }

    @Test
    @DisplayName("past its cap of unpublished events an aggregate refuses to go on, with a time to come back")
    void outboxIsCapped() {
        owner.inScope(() -> tallies.create(Command.withId("c"), "t1", () -> Tally.open("t1")));
        Document entry = new Document("eventId", "e").append("at", new java.util.Date());
        owner.inScope(() -> owner.databases
                .current()
                .getCollection("tally")
                .updateOne(
                        new Document("_id", "t1"),
                        new Document("$set", new Document("outbox", java.util.Collections.nCopies(200, entry)))));
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        owner.inScope(() -> tallies.change(Command.withId("c2"), "t1", t -> t.add("a", 1))))
                .isInstanceOf(org.throughcare.platform.store.OutboxFull.class);
    }

    private void start() {
        owner.startRelay();
        listener.consumers.start();
        await().atMost(PATIENCE).until(() -> listener.consumers.queued().isPresent());
    }

    private void open(String id) {
        owner.inScope(() -> tallies.create(Command.withId("open-" + id), id, () -> Tally.open(id)));
    }

    private long count() {
        return listener.inScope(listener.deadLetters::count);
    }

    private String good() {
        return "{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"/t\",\"type\":\"org.throughcare." + owner.service
                + ".tally-opened.v1\",\"subject\":\"tally/x\",\"time\":\"2026-11-23T12:00:00Z\",\"revision\":1,"
                + "\"grantee\":\"three-rivers\",\"actor\":\"staff:s1\",\"traceparent\":\"\",\"data\":{\"happened\":"
                + "{\"is\":\"TallyOpened\",\"label\":\"x\"},\"snapshot\":{\"label\":\"x\",\"sum\":0,\"additions\":[]}}}";
    }

    private void publish(String body) throws Exception {
        try (Connection connection = owner.broker.connect("test");
                Channel channel = connection.createChannel()) {
            channel.basicPublish("", Topology.liveQueue(listener.service), null, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Re-announcing with the parts of an instance. */
    private record ReAnnouncingHere(Backbone.Instance instance) {
        void to(String consumer) {
            ReAnnouncing all = new ReAnnouncing(
                    instance.service, instance.stores, instance.databases, instance.broker, instance.clock);
            assertThat(instance.inScope(() -> all.to(consumer))).isPositive();
        }
    }
}
