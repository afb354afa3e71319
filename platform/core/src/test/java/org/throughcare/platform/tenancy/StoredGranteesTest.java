package org.throughcare.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.Settings;

class StoredGranteesTest {

    private static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final DatabaseNames NAMES = new DatabaseNames("throughcare", "notes");

    @Test
    @DisplayName("a start before the store: not ready, with the reason; ready once it answers")
    void startsBeforeTheStore(@TempDir Path directory) throws IOException {
        int port = freePort();
        Settings settings = settings("mongodb://127.0.0.1:" + port + "/?directConnection=true", "three-rivers");
        try (StoreConnections connections = new StoreConnections(settings, null)) {
            StoredGrantees grantees = new StoredGrantees(connections, NAMES, settings, List::of);
            grantees.start();
            try {
                assertThat(grantees.whyNotReady())
                        .hasValueSatisfying(why -> assertThat(why).contains("store"));
                assertThat(grantees.serves("three-rivers")).isFalse();
                try (EmbeddedDocumentStore store = EmbeddedDocumentStore.onDisk(directory, port)) {
                    assertThat(store.port()).isEqualTo(port);
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(1))
                            .untilAsserted(() ->
                                    assertThat(grantees.serves("three-rivers")).isTrue());
                    assertThat(grantees.whyNotReady()).isEmpty();
                }
            } finally {
                grantees.stop();
            }
        }
    }

    @Test
    @DisplayName("a grantee registered on one instance is served by the other within seconds; its issuers speak for it"
            + " alone")
    void twoInstances() {
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory()) {
            Settings settings = settings(store.connectionString(), "three-rivers");
            AtomicInteger prepared = new AtomicInteger();
            try (StoreConnections connections = new StoreConnections(settings, null)) {
                StoredGrantees one = new StoredGrantees(connections, NAMES, settings, List::of);
                StoredGrantees two = new StoredGrantees(
                        connections, NAMES, settings, () -> List.of((database, journal) -> prepared.incrementAndGet()));
                one.start();
                two.start();
                try {
                    assertThat(two.served()).containsExactly("three-rivers");
                    one.serve("high-plains", Set.of("https://issuer.test"));
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(1))
                            .untilAsserted(
                                    () -> assertThat(two.serves("high-plains")).isTrue());
                    assertThat(prepared).hasValue(2);
                    assertThat(two.maySpeakFor("https://issuer.test", "high-plains"))
                            .isTrue();
                    assertThat(two.maySpeakFor("https://issuer.test", "three-rivers"))
                            .isFalse();
                    assertThat(two.maySpeakFor("https://default.test", "three-rivers"))
                            .isTrue();
                    assertThat(two.knowsIssuer("https://nobody.test")).isFalse();
                } finally {
                    one.stop();
                    two.stop();
                }
            }
        }
    }

    @Test
    @DisplayName("one grantee whose databases cannot be prepared keeps nobody else from being served")
    void oneBroken() {
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory()) {
            Settings settings = settings(store.connectionString(), "broken", "sound");
            try (StoreConnections connections = new StoreConnections(settings, null)) {
                StoredGrantees grantees = new StoredGrantees(
                        connections,
                        NAMES,
                        settings,
                        () -> List.of((database, journal) -> {
                            if (database.getName().endsWith("broken")) {
                                throw new IllegalStateException("an index cannot be built");
                            }
                        }));
                grantees.start();
                try {
                    assertThat(grantees.served()).containsExactly("sound");
                } finally {
                    grantees.stop();
                }
            }
        }
    }

    @Test
    @DisplayName("database names: the longest id that fits, one longer, and ids that could meet another database")
    void names() {
        assertThat(NAMES.journalOf("a".repeat(37)).length()).isLessThanOrEqualTo(63);
        assertThatThrownBy(() -> NAMES.of("a".repeat(38)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long by 1");
        for (String wrong : List.of("a", "A1", "a_b", "a.b", "a/b", "control", "a".repeat(41), "")) {
            assertThatThrownBy(() -> NAMES.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Settings settings(String uri, String... grantees) {
        return new Settings(
                "notes",
                uri,
                null,
                "amqp://127.0.0.1",
                "throughcare",
                List.of(grantees).stream()
                        .map(each -> new Settings.GranteeAtStart(each, Set.of()))
                        .toList(),
                new Settings.Security(List.of("https://default.test"), "throughcare-api", null, "c", "s", ""),
                Map.of(),
                new Settings.Cipher(KEK, "kek1", Map.of()),
                DataSize.ofMegabytes(1),
                false);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
