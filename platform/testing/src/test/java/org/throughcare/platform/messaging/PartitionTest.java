package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.messaging.Catalogue.ServiceEntry;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outcome;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outgoing;
import org.throughcare.testing.Line;
import org.throughcare.testing.TestParts;

@DisplayName("The network between a relay and the broker")
class PartitionTest {

    private static final String QUEUE = "partition-test";
    private static final Duration CONFIRM = Duration.ofSeconds(2);
    private static final Duration NO_LONGER_THAN = Duration.ofSeconds(20);

    private final String uri = TestParts.brokerUri();

    @Test
    @DisplayName(
            "3. parted without a word to either end: what is not confirmed in time counts as not arrived, and goes later")
    void parted() throws Exception {
        try (Line line = new Line(URI.create(uri).getPort());
                ConfirmedPublisher publisher = new ConfirmedPublisher(broker(line.instead(uri)), CONFIRM)) {
            queue();
            assertThat(publisher.publish(List.of(message("before")))).containsEntry("before", Outcome.CONFIRMED);

            line.stall();
            assertTimeoutPreemptively(
                    NO_LONGER_THAN,
                    () -> assertThat(publisher.publish(List.of(message("during"))))
                            .containsEntry("during", Outcome.FAILED));
            assertTimeoutPreemptively(
                    NO_LONGER_THAN,
                    () -> assertThatExceptionOfType(IOException.class)
                            .as("a new connection is not waited for without end either")
                            .isThrownBy(() -> publisher.publish(List.of(message("during")))));

            line.mend();
            assertThat(publisher.publish(List.of(message("during")))).containsEntry("during", Outcome.CONFIRMED);
        }
    }

    @Test
    @DisplayName("cut with a reset: the same, at once")
    void cut() throws Exception {
        try (Line line = new Line(URI.create(uri).getPort());
                ConfirmedPublisher publisher = new ConfirmedPublisher(broker(line.instead(uri)), CONFIRM)) {
            queue();
            assertThat(publisher.publish(List.of(message("before")))).containsEntry("before", Outcome.CONFIRMED);
            line.cut();
            assertThat(arrives(publisher, "during")).isFalse();
            line.mend();
            assertThat(publisher.publish(List.of(message("during")))).containsEntry("during", Outcome.CONFIRMED);
        }
    }

    /** The publisher may learn of the reset while it publishes or before. */
    private static boolean arrives(ConfirmedPublisher publisher, String id) {
        try {
            return publisher.publish(List.of(message(id))).get(id) == Outcome.CONFIRMED;
        } catch (IOException away) {
            return false;
        }
    }

    private void queue() throws Exception {
        try (Connection connection = broker(uri).connect("test");
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            channel.queuePurge(QUEUE);
        }
    }

    private static Broker broker(String uri) {
        Catalogue nobody = new Catalogue(new ServiceEntry("partition", List.of(), List.of()), List.of());
        return new Broker(uri, "partition", new Topology(() -> nobody));
    }

    private static Outgoing message(String id) {
        return new Outgoing("", QUEUE, id, "test", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
