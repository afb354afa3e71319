package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.store.Copies;

@DisplayName("A consumer beside a newer version of the service that it hears")
class NewerNeighboursTest {

    private static final String SNAPSHOT = "{\"label\":\"x\",\"sum\":0,\"additions\":[]}";

    /** What this version knows of a snapshot that says which of several kinds it is. */
    record Kinded(Kind kind) {
        enum Kind {
            KNOWN
        }
    }

    private final Backbone backbone = new Backbone();
    private final Backbone.Instance listener = backbone.instance("listener");
    private final Copies<Tally.Snapshot> copies = listener.stores.of("owner", "tally", Tally.Snapshot.class);
    private final List<String> reactions = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    @BeforeEach
    void hear() {
        listener.subscriptions.add(Subscription.toState(
                "owner", "tally", Tally.Snapshot.class, copies, (copy, message) -> reactions.add(message.happened())));
        listener.subscriptions.add(Subscription.toFacts(
                "owner",
                "tally",
                Tally.TallyEvent.class,
                Set.of("tally-opened"),
                (fact, message) -> facts.add(message.happened())));
        listener.subscriptions.add(Subscription.toState(
                "owner", "kinded", Kinded.class, listener.stores.of("owner", "kinded", Kinded.class)));
    }

    @AfterEach
    void close() {
        backbone.close();
    }

    @Test
    @DisplayName("an event that gained fields, at every level: taken, reacted to, the new fields kept in the copy")
    void gainedAField() throws Exception {
        String richer = event("tally-opened", "tally", SNAPSHOT)
                .replace("\"label\":\"x\"", "\"label\":\"x\",\"colour\":\"red\"")
                .replace("\"revision\":1", "\"revision\":1,\"cell\":\"7\"");
        assertThat(handle(richer)).isTrue();
        assertThat(reactions).containsExactly("tally-opened");
        assertThat(facts).containsExactly("tally-opened");
        assertThat(listener.inScope(() -> listener.databases
                        .current()
                        .getCollection("copies_owner_tally")
                        .find()
                        .first()
                        .get("snapshot", org.bson.Document.class)
                        .getString("colour")))
                .as("kept for the version of this service that knows it")
                .isEqualTo("red");
        assertThat(dead()).isEmpty();
    }

    @Test
    @DisplayName("an event of a type that is not known here: its state is taken, as a fact it is passed over")
    void gainedAType() throws Exception {
        assertThat(handle(event("tally-painted", "tally", SNAPSHOT))).isTrue();
        assertThat(listener.inScope(() -> copies.find("t1"))).isPresent();
        assertThat(reactions).containsExactly("tally-painted");
        assertThat(facts).isEmpty();
        assertThat(dead()).isEmpty();
    }

    @Test
    @DisplayName("an event about something that is not known here: passed over, no dead letter")
    void gainedAnAggregate() throws Exception {
        assertThat(handle(event("ledger-opened", "ledger", SNAPSHOT))).isTrue();
        assertThat(reactions).isEmpty();
        assertThat(dead()).isEmpty();
    }

    @Test
    @DisplayName(
            "a kind within a snapshot that is not known here: kept as a dead letter with its reason, nothing half taken")
    void gainedAKind() throws Exception {
        assertThat(handle(event("kinded-opened", "kinded", "{\"kind\":\"NEW\"}")))
                .isFalse();
        assertThat(dead()).singleElement().asString().contains("does not read as Kinded");
        assertThat(listener.inScope(() -> listener.databases
                        .current()
                        .getCollection("copies_owner_kinded")
                        .countDocuments()))
                .isZero();
        assertThat(handle(event("kinded-opened", "kinded", "{\"kind\":\"KNOWN\"}")))
                .as("those behind it go on")
                .isTrue();
    }

    private List<String> dead() {
        return listener.inScope(() -> listener.deadLetters.list(10)).stream()
                .map(DeadLetters.DeadLetter::reason)
                .toList();
    }

    private boolean handle(String event) throws InterruptedException {
        return listener.handling.handle("q", "m", "t", event.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String event, String aggregate, String snapshot) {
        return "{\"specversion\":\"1.0\",\"id\":\"e-" + event + "\",\"source\":\"/t\",\"type\":\"org.throughcare.owner."
                + event + ".v1\",\"subject\":\"" + aggregate + "/t1\",\"time\":\"2026-11-23T12:00:00Z\",\"revision\":1,"
                + "\"grantee\":\"three-rivers\",\"actor\":\"staff:s1\",\"traceparent\":\"\",\"data\":{\"happened\":"
                + "{\"is\":\"" + (event.equals("tally-opened") ? "TallyOpened" : "SomethingNew")
                + "\",\"label\":\"x\"},\"snapshot\":" + snapshot + "}}";
    }
}
