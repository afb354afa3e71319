package org.throughcare.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;

class CalendarAddressesTest {

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final CalendarAddresses addresses = new CalendarAddresses(new TenantDatabases() {
        @Override
        public MongoDatabase current() {
            return client.getDatabase(Scope.current().grantee());
        }

        @Override
        public MongoDatabase journal() {
            return current();
        }

        @Override
        public MongoDatabase control() {
            return client.getDatabase("control");
        }
    });

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private static <T> T at(String grantee, Callable<T> work) throws Exception {
        return new Scope(grantee, Actor.system("test"), "").call(work);
    }

    private String issue(String grantee, String worker) throws Exception {
        return at(grantee, () -> addresses.issue(worker));
    }

    @Test
    @DisplayName("Y16 an address says whose calendar it opens without a grantee in scope, and only its hash is kept")
    void opens() throws Exception {
        String secret = issue("three-rivers", "ana");
        assertThat(addresses.open(secret)).contains(new CalendarAddresses.Subscriber("three-rivers", "ana"));
        assertThat(addresses.open(secret + "x")).isEmpty();
        Document kept = Objects.requireNonNull(client.getDatabase("control")
                .getCollection("calendarAddresses")
                .find()
                .first());
        assertThat(kept.toJson()).doesNotContain(secret);
    }

    @Test
    @DisplayName("Y16 a new address ends the former one of that worker at that grantee, and nobody else's")
    void replaces() throws Exception {
        String former = issue("three-rivers", "ana");
        String colleague = issue("three-rivers", "ben");
        String elsewhere = issue("high-plains", "ana");
        String now = issue("three-rivers", "ana");
        assertThat(addresses.open(former)).isEmpty();
        assertThat(addresses.open(now)).isPresent();
        at("high-plains", () -> {
            addresses.revoke("ben");
            return "ben works at another grantee";
        });
        assertThat(addresses.open(colleague)).isPresent();
        assertThat(addresses.open(elsewhere)).isPresent();
    }
}
