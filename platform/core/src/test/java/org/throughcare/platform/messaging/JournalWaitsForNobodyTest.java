package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

@DisplayName("The journal waits for no broker")
class JournalWaitsForNobodyTest {

    @Test
    @DisplayName(
            "a broker that takes connections and says nothing: each command is journaled all the same, and waits in its"
                    + " outbox")
    void silentBroker() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Backbone backbone = new Backbone()) {
            Backbone.Instance owner =
                    backbone.instance("owner", backbone.storeUri, "amqp://127.0.0.1:" + silent.getLocalPort());
            Aggregates<Tally> tallies = owner.tallies();
            owner.startRelay();
            for (int i = 1; i <= 3; i++) {
                String id = "t" + i;
                Result<Tally> result =
                        owner.inScope(() -> tallies.create(Command.withId("c-" + id), id, () -> Tally.open(id)));
                assertThat(result).isInstanceOf(Result.Done.class);
                int expected = i;
                await().atMost(Duration.ofSeconds(4))
                        .untilAsserted(() -> assertThat(journaled(owner)).isEqualTo(expected));
            }
            assertThat(owner.sweep.unsettled()).isEqualTo(3);
        }
    }

    private static long journaled(Backbone.Instance owner) {
        return owner.inScope(
                () -> owner.databases.journal().getCollection("journal").countDocuments());
    }
}
