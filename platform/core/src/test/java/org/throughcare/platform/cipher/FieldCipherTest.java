package org.throughcare.platform.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;

class FieldCipherTest {

    private static final String OLD = Base64.getEncoder().encodeToString("an old key-encryption key, 32 by".getBytes());
    private static final String NEW = Base64.getEncoder().encodeToString("a new key-encryption key, 32 byt".getBytes());
    private static final String SSN = "participant/p1/ssn";

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.connectionString());
    private FieldCipher cipher = with(new Settings.Cipher(OLD, "old", Map.of()));

    @BeforeEach
    void firstUse() throws Exception {
        at("three-rivers", () -> cipher.seal("x", "y"));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    @DisplayName("what was sealed opens; the same text never reads the same twice")
    void opens() throws Exception {
        String one = at("three-rivers", () -> cipher.seal(SSN, "123-45-6789 ü"));
        String two = at("three-rivers", () -> cipher.seal(SSN, "123-45-6789 ü"));
        assertThat(one).startsWith("k1:").doesNotContain("6789").isNotEqualTo(two);
        assertThat(at("three-rivers", () -> cipher.open(SSN, one))).isEqualTo("123-45-6789 ü");
    }

    @Test
    @DisplayName("no character of a ciphertext can be changed, cut or added")
    void tampering() throws Exception {
        String sealed = at("three-rivers", () -> cipher.seal(SSN, "123-45-6789"));
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'Q' : 'A';
            refused("three-rivers", SSN, sealed.substring(0, i) + other + sealed.substring(i + 1));
        }
        refused("three-rivers", SSN, sealed.substring(0, sealed.length() - 4));
        refused("three-rivers", SSN, sealed + "AAAA");
        refused("three-rivers", SSN, "k1:");
        refused("three-rivers", SSN, "k2" + sealed.substring(2));
        refused("three-rivers", SSN, "123-45-6789");
    }

    @Test
    @DisplayName("a ciphertext does not open in another field, aggregate or grantee")
    void moved() throws Exception {
        String sealed = at("three-rivers", () -> cipher.seal(SSN, "123-45-6789"));
        refused("three-rivers", "participant/p1/inmate-number", sealed);
        refused("three-rivers", "participant/p2/ssn", sealed);
        refused("high-plains", SSN, sealed);
    }

    @Test
    @DisplayName("a blind index is the same for the same value, within one kind and one grantee only")
    void blindIndex() throws Exception {
        String index = at("three-rivers", () -> cipher.blindIndex("ssn", "123456789"));
        assertThat(index).doesNotContain("6789");
        assertThat(at("three-rivers", () -> cipher.blindIndex("ssn", "123456789")))
                .isEqualTo(index);
        assertThat(at(
                        "three-rivers",
                        () -> with(new Settings.Cipher(OLD, "old", Map.of())).blindIndex("ssn", "123456789")))
                .isEqualTo(index);
        assertThat(at("three-rivers", () -> cipher.blindIndex("ssn", "123456780")))
                .isNotEqualTo(index);
        assertThat(at("three-rivers", () -> cipher.blindIndex("inmate", "123456789")))
                .isNotEqualTo(index);
        assertThat(at("high-plains", () -> cipher.blindIndex("ssn", "123456789")))
                .isNotEqualTo(index);
    }

    @Test
    @DisplayName(
            "a request's fingerprint is the same before, during and after a rotation; another grantee's is another")
    void fingerprints() throws Exception {
        byte[] asked = "{\"ssn\":\"123-45-6789\"}".getBytes(StandardCharsets.UTF_8);
        String before = at("three-rivers", () -> cipher.fingerprint(asked));
        FieldCipher during = with(new Settings.Cipher(NEW, "new", Map.of("old", OLD)));
        assertThat(at("three-rivers", () -> during.fingerprint(asked))).isEqualTo(before);
        FieldCipher after = with(new Settings.Cipher(NEW, "new", Map.of()));
        assertThat(at("three-rivers", () -> after.fingerprint(asked))).isEqualTo(before);
        assertThat(at("three-rivers", () -> after.fingerprint(new byte[0]))).isNotEqualTo(before);
        assertThat(at("high-plains", () -> cipher.fingerprint(asked))).isNotEqualTo(before);
    }

    @Test
    @DisplayName("after a rotation old fields open, and the data key is wrapped by the new key alone")
    void rotation() throws Exception {
        String sealed = at("three-rivers", () -> cipher.seal(SSN, "123-45-6789"));
        String index = at("three-rivers", () -> cipher.blindIndex("ssn", "123456789"));
        FieldCipher during = with(new Settings.Cipher(NEW, "new", Map.of("old", OLD)));
        assertThat(at("three-rivers", () -> during.open(SSN, sealed))).isEqualTo("123-45-6789");
        FieldCipher after = with(new Settings.Cipher(NEW, "new", Map.of()));
        assertThat(at("three-rivers", () -> after.open(SSN, sealed))).isEqualTo("123-45-6789");
        assertThat(at("three-rivers", () -> after.blindIndex("ssn", "123456789")))
                .isEqualTo(index);
        FieldCipher tooLate = with(new Settings.Cipher(OLD, "old", Map.of()));
        assertThatThrownBy(() -> at("three-rivers", () -> tooLate.open(SSN, sealed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("former-keys");
    }

    @Test
    @DisplayName("another key-encryption key under the same id opens nothing and replaces nothing")
    void wrongKey() throws Exception {
        String sealed = at("three-rivers", () -> cipher.seal(SSN, "1"));
        FieldCipher wrong = with(new Settings.Cipher(NEW, "old", Map.of()));
        assertThatThrownBy(() -> at("three-rivers", () -> wrong.seal(SSN, "1")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(at("three-rivers", () -> cipher.open(SSN, sealed))).isEqualTo("1");
    }

    @Test
    @DisplayName("a wrapped data key cannot be given to another grantee")
    void swappedKeys() throws Exception {
        at("high-plains", () -> cipher.seal("x", "y"));
        var keys = client.getDatabase("control").getCollection("keys");
        Document first = Objects.requireNonNull(
                keys.find(new Document("_id", "three-rivers")).first());
        keys.updateOne(
                new Document("_id", "high-plains"),
                new Document("$set", new Document("wrapped", first.getString("wrapped"))));
        FieldCipher fresh = with(new Settings.Cipher(OLD, "old", Map.of()));
        assertThatThrownBy(() -> at("high-plains", () -> fresh.seal("x", "y")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("eight instances that meet at the first use end with one data key")
    void firstUseRace() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        List<Future<String>> sealed = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                FieldCipher each = with(new Settings.Cipher(OLD, "old", Map.of()));
                sealed.add(threads.submit(() -> {
                    together.await();
                    return at("river-bend", () -> each.blindIndex("ssn", "1"));
                }));
            }
            together.countDown();
        }
        Set<String> different = new HashSet<>();
        for (Future<String> each : sealed) {
            different.add(each.get());
        }
        assertThat(different).hasSize(1);
    }

    private void refused(String grantee, String where, String sealed) {
        assertThatThrownBy(() -> at(grantee, () -> cipher.open(where, sealed)))
                .isInstanceOf(IllegalStateException.class);
    }

    private FieldCipher with(Settings.Cipher keys) {
        return new AesFieldCipher(new GranteeKeys(
                new TenantDatabases() {
                    @Override
                    public MongoDatabase current() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public MongoDatabase journal() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public MongoDatabase control() {
                        return client.getDatabase("control");
                    }
                },
                keys));
    }

    private static <T> T at(String grantee, Callable<T> work) throws Exception {
        return new Scope(grantee, Actor.system("test"), "00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-00")
                .call(work);
    }
}
