package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outcome;
import org.throughcare.platform.messaging.ConfirmedPublisher.Outgoing;

@DisplayName("A batch that is published says for each message what became of it")
class ConfirmedPublisherTest {

    private static final int MANY = 20_000;

    @Test
    @DisplayName("also for those behind the one at which the channel broke, and the next batch goes through")
    void brokenMidway() throws Exception {
        try (Backbone backbone = new Backbone()) {
            Backbone.Instance instance = backbone.instance("publisher");
            String queue = "there-" + instance.service;
            try (Connection connection = instance.broker.connect("test");
                    Channel channel = connection.createChannel();
                    ConfirmedPublisher publisher = new ConfirmedPublisher(instance.broker, Duration.ofSeconds(10))) {
                channel.queueDeclare(queue, true, false, false, Map.of());
                List<Outgoing> batch = new ArrayList<>();
                batch.add(message("first", "no-such-exchange", queue));
                for (int i = 1; i < MANY; i++) {
                    batch.add(message("m" + i, "", queue));
                }

                Map<String, Outcome> outcomes = publisher.publish(batch);

                assertThat(outcomes).hasSize(MANY).containsEntry("m" + (MANY - 1), Outcome.FAILED);
                long confirmed = outcomes.values().stream()
                        .filter(Outcome.CONFIRMED::equals)
                        .count();
                assertThat(channel.messageCount(queue))
                        .as("what is called confirmed is there")
                        .isGreaterThanOrEqualTo(confirmed);

                assertThat(publisher.publish(List.of(message("after", "", queue), message("lost", "", "no-" + queue))))
                        .containsEntry("after", Outcome.CONFIRMED)
                        .containsEntry("lost", Outcome.RETURNED);
                channel.queueDelete(queue);
            }
        }
    }

    @Test
    @DisplayName("what no queue takes is returned, every time, also by a broker that refuses before it returns")
    void unroutable() throws Exception {
        try (Backbone backbone = new Backbone()) {
            Backbone.Instance instance = backbone.instance("publisher");
            try (ConfirmedPublisher publisher = new ConfirmedPublisher(instance.broker, Duration.ofSeconds(10))) {
                for (int i = 0; i < 300; i++) {
                    String id = "m" + i;
                    assertThat(publisher.publish(List.of(message(id, "", "no-such-queue"))))
                            .containsExactly(Map.entry(id, Outcome.RETURNED));
                }
            }
        }
    }

    private static Outgoing message(String id, String exchange, String key) {
        return new Outgoing(exchange, key, id, "test", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
