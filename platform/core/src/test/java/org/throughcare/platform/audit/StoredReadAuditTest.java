package org.throughcare.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.BsonBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.web.ProblemException;

class StoredReadAuditTest {

    private static final Caller ANA = new Caller("three-rivers", Role.SUPERVISOR, "ana", "Ana", Set.of());
    private static final Caller BEN = new Caller("high-plains", Role.SUPERVISOR, "ben", "Ben", Set.of());

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private volatile boolean away;
    private final TenantDatabases databases = in(client);

    private TenantDatabases in(MongoClient at) {
        return new TenantDatabases() {
            @Override
            public MongoDatabase current() {
                if (away) {
                    throw new MongoTimeoutException("away");
                }
                return at.getDatabase(Scope.current().grantee());
            }

            @Override
            public MongoDatabase journal() {
                return current();
            }

            @Override
            public MongoDatabase control() {
                return current();
            }
        };
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    @DisplayName("reads during an outage of the store wait and land after it, in order, once, each with its grantee")
    void outage() {
        StoredReadAudit audit = new StoredReadAudit(databases, meters);
        audit.start();
        away = true;
        IntStream.range(0, 700).forEach(i -> audit.read(i % 2 == 0 ? ANA : BEN, "p" + i, "file"));
        Awaitility.await()
                .until(() -> meters.counter("throughcare.audit.failed_writes").count() > 0);
        away = false;
        Awaitility.await().untilAsserted(() -> {
            assertThat(participants("three-rivers")).hasSize(350);
            assertThat(participants("high-plains")).hasSize(350);
        });
        audit.stop();
        assertThat(participants("three-rivers"))
                .isEqualTo(IntStream.range(0, 350).mapToObj(i -> "p" + 2 * i).toList());
    }

    @Test
    @DisplayName("when no more can wait, nothing more is shown: 503 with Retry-After, counted")
    void full() {
        away = true;
        StoredReadAudit audit = new StoredReadAudit(databases, meters, 3);
        IntStream.range(0, 3).forEach(i -> audit.read(ANA, "p" + i, "file"));
        assertThatThrownBy(() -> audit.read(ANA, "p3", "file"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("5");
                });
        assertThat(meters.counter("throughcare.audit.full").count()).isEqualTo(1);
        away = false;
        audit.stop();
        assertThat(participants("three-rivers")).containsExactly("p0", "p1", "p2");
    }

    @Test
    @DisplayName("what waits at shutdown is written before the end")
    void drained() {
        StoredReadAudit audit = new StoredReadAudit(databases, meters);
        audit.start();
        audit.read(ANA, "p1", "file");
        audit.stop();
        assertThat(participants("three-rivers")).containsExactly("p1");
    }

    @Test
    @DisplayName("break-glass fails when it cannot be put on record")
    void now() {
        StoredReadAudit audit = new StoredReadAudit(databases, meters);
        audit.readNow(ANA, "p1", "file", "a reason");
        assertThat(participants("three-rivers")).containsExactly("p1");
        away = true;
        assertThatThrownBy(() -> audit.readNow(ANA, "p2", "file", "a reason"))
                .isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    @DisplayName(
            "everybody in an answer goes on record before it in one write, in order, each once; none of it when the store is away")
    void manyAtOnce() {
        List<BsonBoolean> inserts = new ArrayList<>();
        List<String> people = IntStream.range(0, 900).mapToObj(i -> "p" + i).toList();
        List<String> twice = new ArrayList<>(people);
        twice.addAll(people);
        try (MongoClient counted = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("insert")) {
                            inserts.add(event.getCommand().getBoolean("ordered", BsonBoolean.TRUE));
                        }
                    }
                })
                .build())) {
            StoredReadAudit audit = new StoredReadAudit(in(counted), meters);
            audit.readNow(ANA, twice, "export", "a reason");
            assertThat(participants("three-rivers")).isEqualTo(people);
            assertThat(inserts).containsExactly(BsonBoolean.TRUE);
            audit.readNow(ANA, List.of(), "export", "nobody is in it");
            assertThat(inserts).as("nothing to write").hasSize(1);
            away = true;
            assertThatThrownBy(() -> audit.readNow(ANA, List.of("q1", "q2"), "export", "a reason"))
                    .isInstanceOf(MongoTimeoutException.class);
        }
        assertThat(participants("three-rivers")).doesNotContain("q1", "q2");
    }

    @Test
    @DisplayName(
            "who read a file: the latest last, of all its ids and nobody else's, and where there are more than the bound, that is said")
    void onRecord() {
        StoredReadAudit audit = new StoredReadAudit(databases, meters);
        List.of("first", "second", "third").forEach(what -> audit.readNow(ANA, "p1", what, "a reason"));
        audit.readNow(ANA, "p2", "under another id", "a reason");
        audit.readNow(BEN, "p1", "of another grantee", "a reason");
        audit.readNow(ANA, "p3", "of somebody else", "a reason");

        assertThat(reads(4, "p1", "p2").all()).isTrue();
        assertThat(reads(4, "p1", "p2").items())
                .extracting(ReadsOnRecord.Read::what)
                .containsExactly("first", "second", "third", "under another id");
        assertThat(reads(3, "p1", "p2").all()).isFalse();
        assertThat(reads(3, "p1", "p2").items())
                .extracting(ReadsOnRecord.Read::what)
                .containsExactly("second", "third", "under another id");
    }

    private Held<ReadsOnRecord.Read> reads(int most, String... people) {
        List<Held<ReadsOnRecord.Read>> found = new ArrayList<>();
        new Scope("three-rivers", Actor.system("test"), "")
                .run(() -> found.add(new StoredReadsOnRecord(databases, most).of(List.of(people))));
        return found.getFirst();
    }

    private List<String> participants(String grantee) {
        return client
                .getDatabase(grantee)
                .getCollection("reads")
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>())
                .stream()
                .map(each -> each.getString("participant"))
                .toList();
    }
}
