package org.throughcare.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

@DisplayName("Deadlines are visited when they come")
class DueVisitsTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Rings once at its time, unless ringing fails. */
    record Alarm(String label, @Nullable Instant at, boolean rang) {}

    sealed interface AlarmEvent extends Happened {
        record AlarmSet(String label) implements AlarmEvent {}

        record AlarmRang(String label) implements AlarmEvent {}
    }

    private final Set<String> faulty = new HashSet<>();
    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final Stores stores = stores();
    private final Aggregates<Alarm> alarms = stores.of(type());
    private final DueVisits visits = new DueVisits(stores);

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    @DisplayName("one that fails is put off by minutes; those behind it are visited in the same round")
    void faultyOne() {
        faulty.add("a");
        set("a", NOW.minusSeconds(60));
        set("b", NOW.minusSeconds(30));
        assertThat(visit(NOW)).isEqualTo(2);
        assertThat(rang("a")).isFalse();
        assertThat(rang("b")).isTrue();

        faulty.clear();
        assertThat(visit(NOW.plus(Duration.ofMinutes(4)))).isZero();
        assertThat(visit(NOW.plus(Duration.ofMinutes(5)))).isEqualTo(1);
        assertThat(rang("a")).isTrue();
    }

    @Test
    @DisplayName("a deadline written after the last look is met, though it comes before what was known to be next")
    void writtenMeanwhile() {
        set("late", NOW.plus(Duration.ofDays(3)));
        assertThat(visit(NOW)).isZero();
        set("early", NOW.plusSeconds(10));
        assertThat(visit(NOW.plusSeconds(9))).isZero();
        assertThat(visit(NOW.plusSeconds(10))).isEqualTo(1);
        assertThat(rang("early")).isTrue();
        assertThat(visit(NOW.plus(Duration.ofDays(3)))).isEqualTo(1);
    }

    @Test
    @DisplayName("what another instance wrote is found by a look at everything")
    void writtenByAnother() {
        assertThat(visit(NOW)).isZero();
        Stores another = stores();
        Aggregates<Alarm> theirs = another.of(type());
        inScope(() -> theirs.create(
                Command.withId("theirs"),
                "theirs",
                () -> Decision.accept(new Alarm("theirs", NOW, false), new AlarmEvent.AlarmSet("theirs"))));
        assertThat(inScope(() -> visits.visitAllDue(NOW)).due()).isEqualTo(1);
        assertThat(rang("theirs")).isTrue();
    }

    private Stores stores() {
        return new Stores(new OneDatabase(client), new BusinessClock(), entry -> {});
    }

    private AggregateType<Alarm> type() {
        return AggregateType.named("alarm", Alarm.class, AlarmEvent.class)
                .withDeadline(alarm -> alarm.rang() ? null : alarm.at(), (alarm, now) -> {
                    if (faulty.contains(alarm.label())) {
                        throw new IllegalStateException("cannot ring");
                    }
                    Instant at = alarm.at();
                    return at == null || alarm.rang() || at.isAfter(now)
                            ? Decision.unchanged()
                            : Decision.accept(
                                    new Alarm(alarm.label(), at, true), new AlarmEvent.AlarmRang(alarm.label()));
                })
                .build();
    }

    private void set(String id, Instant at) {
        inScope(() -> alarms.create(
                Command.withId(id), id, () -> Decision.accept(new Alarm(id, at, false), new AlarmEvent.AlarmSet(id))));
    }

    private boolean rang(String id) {
        return inScope(() -> alarms.find(id).orElseThrow().state().rang());
    }

    private long visit(Instant now) {
        return inScope(() -> visits.visitDue(now)).due();
    }

    private static <T> T inScope(Callable<T> work) {
        try {
            return new Scope("three-rivers", Actor.system("test"), "").call(work);
        } catch (RuntimeException passedOn) {
            throw passedOn;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private record OneDatabase(MongoClient client) implements TenantDatabases {

        @Override
        public MongoDatabase current() {
            return client.getDatabase("due_" + Scope.current().grantee());
        }

        @Override
        public MongoDatabase journal() {
            return client.getDatabase("due_" + Scope.current().grantee() + "_journal");
        }

        @Override
        public MongoDatabase control() {
            return client.getDatabase("due_control");
        }
    }
}
