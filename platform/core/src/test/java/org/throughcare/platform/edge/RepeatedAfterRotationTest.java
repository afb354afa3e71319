package org.throughcare.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.platform.edge.EdgeUnderTest.staff;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.edge.EdgeUnderTest.Answer;

class RepeatedAfterRotationTest {

    private static final String NEW_KEK = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private EdgeUnderTest edge = new EdgeUnderTest(store);

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    @DisplayName(
            "a command sent again after the key-encryption key was rotated is answered as the first time, and done once")
    void repeated() {
        Answer first = begin("Jia");
        assertThat(first.status()).as(first.http().body()).isEqualTo(201);

        rotate();

        Answer again = begin("Jia");
        assertThat(again.status()).as(again.http().body()).isEqualTo(201);
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(again.header("ETag")).isEqualTo("\"1\"").isEqualTo(first.header("ETag"));

        Answer other = begin("Cal");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.fault().path("rule").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    @DisplayName("a PUT without a key is the same command after a rotation too")
    void repeatedPut() {
        begin("Jia");
        assertThat(name("Cal").header("ETag")).isEqualTo("\"2\"");

        rotate();

        assertThat(name("Cal").header("ETag")).isEqualTo("\"2\"");
        assertThat(name("Bea").header("ETag")).isEqualTo("\"3\"");
    }

    private Answer begin(String name) {
        return edge.ask(
                "POST", "/kept/k1", staff("jail-worker"), "{\"name\":\"" + name + "\"}", "Idempotency-Key", "key-1");
    }

    private Answer name(String name) {
        return edge.ask("PUT", "/kept/k1", staff("jail-worker"), "{\"name\":\"" + name + "\"}");
    }

    private void rotate() {
        edge.stop();
        edge = new EdgeUnderTest(
                store,
                "--throughcare.cipher.key-encryption-key=" + NEW_KEK,
                "--throughcare.cipher.key-id=kek2",
                "--throughcare.cipher.former-keys.kek1=" + EdgeUnderTest.KEK);
    }
}
