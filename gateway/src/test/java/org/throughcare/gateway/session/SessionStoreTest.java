package org.throughcare.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.gateway.session.SessionStore.Found;
import org.throughcare.gateway.settings.GatewaySettings;
import tools.jackson.databind.json.JsonMapper;

class SessionStoreTest {

    private static final Person JIA = new Person("subject", "Jia", "three-rivers", "staff-1", "sign-in-1");
    private static final Tokens TOKENS = new Tokens("access-token", Instant.MAX, "refresh-token", "identity");

    private final EmbeddedDocumentStore embedded = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(embedded.connectionString());
    private final MongoCollection<Document> collection = client.getDatabase("t").getCollection("sessions");
    private final GatewaySettings settings = settings("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    private final Ticking clock = new Ticking();
    private final SessionStore store = new SessionStore(
            collection, new Seal(settings), JsonMapper.builder().build(), settings.sessions(), clock);

    private static GatewaySettings settings(String key) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "throughcare.sign-in.client-secret", "of-the-tests",
                        "throughcare.security.client-secret", "of-the-tests",
                        "throughcare.sessions.key", key)))
                .bindOrCreate("throughcare", GatewaySettings.class);
    }

    @AfterEach
    void stop() {
        client.close();
        embedded.close();
    }

    @Test
    void aSessionUsedWithinAQuarterOfAnHourStaysOpen() {
        String cookie = store.open(JIA, TOKENS);
        clock.pass(Duration.ofMinutes(15));

        assertThat(store.find(cookie, true)).isInstanceOf(Found.Live.class);
        clock.pass(Duration.ofMinutes(15));
        assertThat(store.find(cookie, true)).isInstanceOf(Found.Live.class);
    }

    @Test
    void aSessionThatLayIdleLongerLocks() {
        String cookie = store.open(JIA, TOKENS);
        clock.pass(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(store.find(cookie, true)).isInstanceOf(Found.Locked.class);
        assertThat(store.find(cookie, true)).isInstanceOf(Found.Over.class);
    }

    @Test
    void lookingWithoutUseDoesNotPutOffTheLock() {
        String cookie = store.open(JIA, TOKENS);
        clock.pass(Duration.ofMinutes(10));
        store.find(cookie, false);
        clock.pass(Duration.ofMinutes(6));

        assertThat(store.find(cookie, true)).isInstanceOf(Found.Locked.class);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        String cookie = store.open(JIA, TOKENS);
        for (int i = 0; i < 72 - 1; i++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(store.find(cookie, true)).isInstanceOf(Found.Live.class);
        }
        clock.pass(Duration.ofMinutes(10));

        assertThat(store.find(cookie, true)).isInstanceOf(Found.Over.class);
    }

    @Test
    void theDatabaseLetsNobodyIn() {
        String cookie = store.open(JIA, TOKENS);

        String stored = String.valueOf(collection.find().first());
        assertThat(stored).doesNotContain(cookie, "access-token", "refresh-token");
        assertThat(collection.find().first().get("tokens", Binary.class).getData())
                .asString(StandardCharsets.ISO_8859_1)
                .doesNotContain("access-token");
    }

    @Test
    void aSessionSealedUnderAnotherKeyIsOver() {
        String cookie = store.open(JIA, TOKENS);
        SessionStore other = new SessionStore(
                collection,
                new Seal(settings("ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=")),
                JsonMapper.builder().build(),
                settings.sessions(),
                clock);

        assertThat(other.find(cookie, true)).isInstanceOf(Found.Over.class);
    }

    @Test
    void ofTwoRefreshesTheLaterOneLoses() {
        String cookie = store.open(JIA, TOKENS);
        GatewaySession session = ((Found.Live) store.find(cookie, true)).session();

        assertThat(store.replaceTokens(session, TOKENS)).isTrue();
        assertThat(store.replaceTokens(session, TOKENS)).isFalse();
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-01-05T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
