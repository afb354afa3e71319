package org.throughcare.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.Settings;
import org.throughcare.platform.backup.Backups;

@DisplayName("A grantee comes whole and goes whole")
class RemovedGranteeTest {

    private static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String GOING = "three-rivers";
    private static final String STAYING = "lake-county";
    private static final List<String> SERVICES = List.of("participant", "notes");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    @DisplayName(
            "removed: no database, key or entry of it is left in any service, the other grantee has all it had, and it is"
                    + " unknown from then on, also where settings still name it")
    void removed() {
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            SERVICES.forEach(service -> fill(client, service));
            Map<String, List<Document>> before = everythingBut(client, GOING);

            assertThat(run(store, "grantee", "remove", GOING, "--stopped", "--confirm=lake-county"))
                    .isEqualTo(2);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing was removed");
            assertThat(run(store, "grantee", "remove", GOING, "--stopped", "--confirm", GOING, "--by", "pat"))
                    .isZero();
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("removed from notes by pat: 1 documents, 1 journal entries, 3 entries");

            assertThat(client.listDatabaseNames())
                    .noneMatch(name -> name.contains(GOING))
                    .contains("throughcare_notes_" + STAYING);
            assertThat(everythingBut(client, GOING)).isEqualTo(before);
            for (String service : SERVICES) {
                Document line = control(client, service, "grantees", GOING);
                assertThat(line.getString("state")).isEqualTo(Grantees.REMOVED);
                assertThat(line.getString("removedBy")).isEqualTo("pat");
            }
            unknownUntilRegisteredAnew(store);
        }
    }

    private static void unknownUntilRegisteredAnew(EmbeddedDocumentStore store) {
        Settings settings = settings(store.connectionString());
        try (StoreConnections connections = new StoreConnections(settings, null)) {
            StoredGrantees grantees =
                    new StoredGrantees(connections, new DatabaseNames("throughcare", "notes"), settings, List::of);
            grantees.start();
            try {
                assertThat(grantees.served()).containsExactly(STAYING);
                assertThat(grantees.mayCome(GOING)).isFalse();
                grantees.serve(GOING, Set.of("https://issuer.test"));
                assertThat(grantees.serves(GOING)).isTrue();
            } finally {
                grantees.stop();
            }
        }
    }

    @Test
    @DisplayName(
            "exported: every service's part with a page that says what is where; a restore whose key opens nothing says so"
                    + " before it writes")
    void exported() throws Exception {
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
                EmbeddedDocumentStore elsewhere = EmbeddedDocumentStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString());
                MongoClient there = MongoClients.create(elsewhere.connectionString())) {
            SERVICES.forEach(service -> fill(client, service));
            assertThat(run(store, "grantee", "export", GOING, folder.toString()))
                    .isZero();
            assertThat(Files.readString(folder.resolve(GOING).resolve("CONTENTS.md")))
                    .contains("notes/store.thing.jsonl.gz", "participant/control.keys.jsonl.gz");
            assertThat(folder.resolve(STAYING)).doesNotExist();

            // The keys are made up here, so they open under no key: that is said before anything is written.
            assertThat(run(elsewhere, "restore", "--stopped", folder.toString()))
                    .isEqualTo(2);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing was written", "does not open");
            assertThat(there.listDatabaseNames()).noneMatch(name -> name.contains(GOING));
            assertThat(there.getDatabase("throughcare_notes_control").listCollectionNames())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName(
            "paused while it is restored: it may come, so that messages wait and requests get 503, and is not served")
    void paused() {
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            fill(client, "notes");
            client.getDatabase("throughcare_notes_control")
                    .getCollection("grantees")
                    .updateOne(new Document("_id", GOING), new Document("$set", new Document("state", "PAUSED")));
            Settings settings = settings(store.connectionString());
            try (StoreConnections connections = new StoreConnections(settings, null)) {
                StoredGrantees grantees =
                        new StoredGrantees(connections, new DatabaseNames("throughcare", "notes"), settings, List::of);
                grantees.start();
                try {
                    assertThat(grantees.serves(GOING)).isFalse();
                    assertThat(grantees.mayCome(GOING)).isTrue();
                    assertThat(grantees.served()).containsExactly(STAYING);
                } finally {
                    grantees.stop();
                }
            }
        }
    }

    private int run(EmbeddedDocumentStore store, String... arguments) {
        said.reset();
        return Backups.run(
                Map.of("throughcare.store-uri", store.connectionString(), "throughcare.cipher.key-encryption-key", KEK),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static void fill(MongoClient client, String service) {
        for (String grantee : List.of(GOING, STAYING)) {
            String database = "throughcare_" + service + "_" + grantee;
            client.getDatabase(database)
                    .getCollection("thing")
                    .insertOne(new Document("_id", "1").append("of", grantee));
            client.getDatabase(database + "_journal")
                    .getCollection("journal")
                    .insertOne(new Document("_id", "e1").append("entry", new Document("of", grantee)));
            String control = "throughcare_" + service + "_control";
            client.getDatabase(control)
                    .getCollection("grantees")
                    .insertOne(new Document("_id", grantee)
                            .append("state", "SERVED")
                            .append("issuers", List.of("https://issuer.test")));
            client.getDatabase(control)
                    .getCollection("keys")
                    .insertOne(
                            new Document("_id", grantee).append("keyId", "kek1").append("wrapped", "x".repeat(80)));
            client.getDatabase(control)
                    .getCollection("calendarAddresses")
                    .insertOne(new Document("_id", "hash of " + grantee).append("grantee", grantee));
            client.getDatabase(control)
                    .getCollection("deadLetters")
                    .insertOne(
                            new Document("_id", "letter of " + grantee).append("reason", "unknown grantee " + grantee));
        }
    }

    private static Document control(MongoClient client, String service, String collection, String id) {
        Document found = client.getDatabase("throughcare_" + service + "_control")
                .getCollection(collection)
                .find(new Document("_id", id))
                .first();
        assertThat(found).isNotNull();
        return found == null ? new Document() : found;
    }

    /** Every document of every database of ours, but what is of this grantee. */
    private static Map<String, List<Document>> everythingBut(MongoClient client, String grantee) {
        Map<String, List<Document>> all = new TreeMap<>();
        for (String name : client.listDatabaseNames()) {
            if (name.startsWith("throughcare") && !name.contains(grantee)) {
                for (String collection : client.getDatabase(name).listCollectionNames()) {
                    for (Document each :
                            client.getDatabase(name).getCollection(collection).find()) {
                        if (!each.toJson().contains(grantee)) {
                            all.computeIfAbsent(name + "." + collection, key -> new ArrayList<>())
                                    .add(each);
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Settings settings(String uri) {
        return new Settings(
                "notes",
                uri,
                null,
                "amqp://127.0.0.1",
                "throughcare",
                List.of(new Settings.GranteeAtStart(GOING, Set.of()), new Settings.GranteeAtStart(STAYING, Set.of())),
                new Settings.Security(List.of("https://default.test"), "throughcare-api", null, "c", "s", ""),
                Map.of(),
                new Settings.Cipher(KEK, "kek1", Map.of()),
                DataSize.ofMegabytes(1),
                false);
    }
}
