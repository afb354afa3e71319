package org.throughcare.acceptance.access;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Has every message that went through exchanges of a virtual host, headers and body, and can send some of its own. */
final class Wiretap implements AutoCloseable {

    private static final String QUEUE = "security-test.everything";

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Connection connection;
    private final Channel channel;

    Wiretap(String brokerUri, String... exchanges) {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(brokerUri);
            connection = factory.newConnection("wiretap");
            channel = connection.createChannel();
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
            for (String exchange : exchanges) {
                channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
                channel.queueBind(QUEUE, exchange, "#");
            }
            channel.basicConsume(QUEUE, true, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(
                        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                    heard.add(envelope.getRoutingKey() + " " + properties + " "
                            + new String(body, StandardCharsets.UTF_8));
                }
            });
        } catch (Exception refused) {
            throw new IllegalStateException("the broker cannot be listened to", refused);
        }
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    /** On a channel of its own: what is listened to is not disturbed. */
    void send(String exchange, String routingKey, String id, String body) {
        try (Channel own = connection.createChannel()) {
            own.confirmSelect();
            own.basicPublish(
                    exchange,
                    routingKey,
                    new AMQP.BasicProperties.Builder()
                            .contentType("application/cloudevents+json")
                            .deliveryMode(2)
                            .messageId(id)
                            .build(),
                    body.getBytes(StandardCharsets.UTF_8));
            own.waitForConfirmsOrDie(10_000);
        } catch (IOException | InterruptedException | java.util.concurrent.TimeoutException refused) {
            throw new IllegalStateException("the broker did not take it", refused);
        }
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
