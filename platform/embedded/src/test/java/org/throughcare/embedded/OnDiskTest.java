package org.throughcare.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class OnDiskTest {
    private static final int ENOUGH = 1_500;
    private static final Duration LONGEST = Duration.ofSeconds(4);

    @TempDir
    Path directory;

    @Test
    void documentsAndIndexesAreThereAfterReopening() {
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.onDisk(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> people = client.getDatabase("g1").getCollection("people");
            people.createIndex(new Document("key", 1), new IndexOptions().unique(true));
            people.insertOne(
                    Document.parse("{_id: 'ä', key: 1, when: {$date: '2026-01-02T03:04:05Z'}, deep: [{x: 1}]}"));
            people.insertOne(Document.parse("{_id: 7, key: 2}"));
            assertThatThrownBy(() -> EmbeddedDocumentStore.onDisk(directory, 0)).isInstanceOf(RuntimeException.class);
        }
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.onDisk(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> people = client.getDatabase("g1").getCollection("people");
            assertThat(people.find(eq("_id", "ä")).first())
                    .isEqualTo(Document.parse(
                            "{_id: 'ä', key: 1, when: {$date: '2026-01-02T03:04:05Z'}, deep: [{x: 1}]}"));
            assertThat(people.find(eq("_id", 7L)).first()).isNotNull();
            assertThat(people.listIndexes().into(new ArrayList<>())).hasSize(2);
            assertThatThrownBy(() -> people.insertOne(Document.parse("{_id: 8, key: 2}")))
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void queuesMessagesAndPartnersAreThereAfterReopening() throws Exception {
        EmbeddedBroker.Builder builder =
                EmbeddedBroker.builder().directory(directory).user("throughcare", "kept");
        Connection recovering;
        int port;
        try (EmbeddedBroker broker = builder.start()) {
            port = broker.port();
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(broker.uri(EmbeddedBroker.SERVICES));
            factory.setNetworkRecoveryInterval(200);
            recovering = factory.newConnection();
            broker.provisionPartner("shelter", "secret", "partner.shelter", "partner-inbox", "g1.shelter");
            try (Connection connection = EmbeddedBrokerTest.connect(broker.uri(EmbeddedBroker.PARTNERS));
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.basicPublish("", "partner.shelter", MessageProperties.PERSISTENT_BASIC, new byte[] {1});
                channel.waitForConfirmsOrDie(5_000);
            }
        }
        try (EmbeddedBroker broker = builder.port(port).start()) {
            await().until(recovering::isOpen);
            recovering.close();
            String partner = broker.uri(EmbeddedBroker.PARTNERS).replaceFirst("throughcare:[^@]*@", "shelter:secret@");
            try (Connection connection = EmbeddedBrokerTest.connect(partner);
                    Channel channel = connection.createChannel()) {
                assertThat(channel.basicGet("partner.shelter", true).getBody()).containsExactly(1);
            }
        }
    }

    @Test
    @Tag("fault")
    void noAcknowledgedWriteIsLostOrHalfThereWhenTheProcessIsKilled(TestReporter reporter) throws Exception {
        Map<String, Integer> acknowledged = new HashMap<>();
        for (String line : killedAfterEnough("documents", reporter)) {
            String[] parts = line.split(" ", -1);
            acknowledged.merge(parts[0], Integer.parseInt(parts[1]), Math::max);
        }
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.onDisk(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> cases = client.getDatabase("g1").getCollection("cases");
            acknowledged.forEach((id, revision) -> {
                Document found = cases.find(eq("_id", id)).first();
                assertThat(found).as("document %s", id).isNotNull();
                assertThat(found.getInteger("revision"))
                        .as("revision of %s", id)
                        .isGreaterThanOrEqualTo(revision);
                assertThat(found.get("body", Document.class).getInteger("n")).isEqualTo(found.getInteger("revision"));
                assertThat(found.getList("outbox", Integer.class)).hasSize(found.getInteger("revision"));
            });
        }
        assertThat(acknowledged).isNotEmpty();
    }

    @Test
    @Tag("fault")
    void noConfirmedMessageIsLostWhenTheProcessIsKilled(TestReporter reporter) throws Exception {
        Set<String> confirmed = new HashSet<>(killedAfterEnough("messages", reporter));
        Set<String> found = new HashSet<>();
        try (EmbeddedBroker broker = EmbeddedBroker.onDisk(directory, 0);
                Connection connection = EmbeddedBrokerTest.connect(broker.uri(EmbeddedBroker.SERVICES));
                Channel channel = connection.createChannel()) {
            for (GetResponse each; (each = channel.basicGet("live", true)) != null; ) {
                found.add(new String(each.getBody(), StandardCharsets.UTF_8));
            }
        }
        assertThat(confirmed).isNotEmpty();
        assertThat(found).containsAll(confirmed);
    }

    /** What the child had been promised when it was killed in the middle of its work. */
    private List<String> killedAfterEnough(String part, TestReporter reporter)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        part,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> promised = new ArrayList<>();
        long end = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.startsWith("> ") && line.endsWith(" .")) {
                    end = promised.isEmpty() ? System.nanoTime() + LONGEST.toNanos() : end;
                    promised.add(line.substring(2, line.length() - 2));
                    if (promised.size() == ENOUGH || System.nanoTime() > end) {
                        child.toHandle().destroyForcibly();
                    }
                }
            }
        }
        child.waitFor();
        reporter.publishEntry(part + " promised before the kill", Integer.toString(promised.size()));
        return promised;
    }
}
