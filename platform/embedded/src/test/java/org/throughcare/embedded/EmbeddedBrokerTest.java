package org.throughcare.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.inMemory();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    static Connection connect(String uri) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(URI.create(uri));
        return factory.newConnection();
    }

    @Test
    void routesByTopicConfirmsInWindowsAndReturnsWhatNobodyTakes() throws Exception {
        try (Connection connection = connect(broker.uri(EmbeddedBroker.SERVICES));
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare("events", "topic", true);
            channel.queueDeclare("live", true, false, false, Map.of("x-queue-type", "classic"));
            channel.queueBind("live", "events", "participant.*.v1.#");
            LinkedBlockingQueue<String> returned = new LinkedBlockingQueue<>();
            channel.addReturnListener(message -> returned.add(new String(message.getBody(), StandardCharsets.UTF_8)));
            channel.confirmSelect();
            for (int i = 0; i < 500; i++) {
                channel.basicPublish(
                        "events", "participant.released.v1.g1", true, MessageProperties.PERSISTENT_BASIC, body(i));
            }
            assertThat(channel.waitForConfirms(10_000)).isTrue();
            assertThat(channel.queueDeclarePassive("live").getMessageCount()).isEqualTo(500);

            Set<Long> nacked = new ConcurrentSkipListSet<>();
            channel.addConfirmListener((tag, multiple) -> {}, (tag, multiple) -> nacked.add(tag));
            channel.basicPublish("events", "nobody", true, MessageProperties.PERSISTENT_BASIC, body(7));
            channel.waitForConfirms(10_000);
            assertThat(returned.poll(5, TimeUnit.SECONDS)).isEqualTo("7");
            assertThat(nacked).as("this broker refuses what it returns").hasSize(1);
        }
    }

    @Test
    void aPartnerReadsItsQueueAndWritesUnderItsKeyAndNothingElse() throws Exception {
        broker.provisionPartner("shelter", "s3cret/%", "partner.g1.shelter", "partner-inbox", "g1.shelter");
        broker.provisionPartner("clinic", "other", "partner.g1.clinic", "partner-inbox", "g1.clinic");
        try (Connection ours = connect(broker.uri(EmbeddedBroker.PARTNERS));
                Channel channel = ours.createChannel()) {
            channel.queueDeclare("inbox", true, false, false, null);
            channel.queueBind("inbox", "partner-inbox", "#");
            channel.basicPublish("", "partner.g1.shelter", MessageProperties.PERSISTENT_BASIC, body(1));
        }
        try (Connection partner = connect(broker.uri("shelter", EmbeddedBroker.PARTNERS));
                Channel channel = partner.createChannel()) {
            LinkedBlockingQueue<String> got = new LinkedBlockingQueue<>();
            channel.basicQos(1);
            channel.basicConsume(
                    "partner.g1.shelter",
                    false,
                    (tag, message) -> {
                        got.add(new String(message.getBody(), StandardCharsets.UTF_8));
                        channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
                    },
                    tag -> {});
            assertThat(got.poll(5, TimeUnit.SECONDS)).isEqualTo("1");
            channel.confirmSelect();
            channel.basicPublish("partner-inbox", "g1.shelter.accepted", by("shelter"), body(2));
            assertThat(channel.waitForConfirms(5_000)).isTrue();
        }
        refused(channel -> publish(channel, "partner-inbox", "g1.clinic.accepted", by(null)));
        refused(channel -> publish(channel, "partner-inbox", "g1.shelterx.accepted", by(null)));
        refused(channel -> publish(channel, "partner-inbox", "g1.shelter.accepted", by("clinic")));
        refused(channel -> publish(channel, "", "inbox", by(null)));
        refused(channel -> channel.basicConsume("partner.g1.clinic", true, (t, m) -> {}, t -> {}));
        refused(channel -> channel.basicConsume("inbox", true, (t, m) -> {}, t -> {}));
        refused(channel -> channel.basicGet("inbox", true));
        refused(channel -> channel.queueDeclare("mine", true, false, false, null));
        refused(channel -> channel.queueDelete("inbox"));
        refused(channel -> channel.queuePurge("inbox"));
        refused(channel -> channel.queueBind("partner.g1.shelter", "partner-inbox", "g1.clinic.#"));
        refused(channel -> channel.queueBind("inbox", "amq.topic", "#"));
        refused(channel -> channel.queueUnbind("inbox", "partner-inbox", "#"));
        refused(channel -> channel.exchangeDeclare("x", "topic"));
        assertThatThrownBy(() -> connect(broker.uri("shelter", EmbeddedBroker.SERVICES)))
                .isInstanceOf(IOException.class);
        String uri = broker.uri("shelter", EmbeddedBroker.PARTNERS);
        Connection open = connect(uri);
        broker.removePartner("shelter");
        await().until(() -> !open.isOpen());
        assertThatThrownBy(() -> connect(uri)).isInstanceOf(IOException.class);
        connect(broker.uri("clinic", EmbeddedBroker.PARTNERS)).close();
    }

    private static void publish(Channel channel, String exchange, String key, AMQP.BasicProperties properties)
            throws Exception {
        channel.confirmSelect();
        channel.basicPublish(exchange, key, properties, body(3));
        channel.waitForConfirmsOrDie(5_000);
    }

    private static AMQP.BasicProperties by(@Nullable String user) {
        return new AMQP.BasicProperties.Builder().deliveryMode(2).userId(user).build();
    }

    interface Attempt {
        void on(Channel channel) throws Exception;
    }

    private static void refused(Attempt attempt) throws Exception {
        try (Connection connection = connect(broker.uri("shelter", EmbeddedBroker.PARTNERS))) {
            Channel channel = connection.createChannel();
            try {
                attempt.on(channel);
                channel.basicQos(1);
            } catch (ShutdownSignalException e) {
                assertThat(e).hasMessageContaining("403");
                return;
            } catch (IOException e) {
                assertThat(e.getCause()).hasMessageContaining("403");
                return;
            }
            throw new AssertionError("It was allowed");
        } catch (AlreadyClosedException e) {
            // Qpid closes the connection with the refusal, so there is nothing left to close here.
        }
    }

    static byte[] body(int i) {
        return Integer.toString(i).getBytes(StandardCharsets.UTF_8);
    }
}
