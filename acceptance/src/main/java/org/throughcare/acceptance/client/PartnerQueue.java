package org.throughcare.acceptance.client;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The partner's side: reads its queue, answers by the inbox. */
public final class PartnerQueue implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;
    private final LinkedBlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
    private final String user;
    private final String prefix;

    /**
     * @param uri as handed out with the partner's access
     * @param queue the partner's own
     * @param prefix what its answers' routing keys begin with: {@code <grantee>.<partner>}
     */
    public PartnerQueue(String uri, String user, String password, String queue, String prefix) {
        this.user = user;
        this.prefix = prefix;
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(uri);
            factory.setUsername(user);
            factory.setPassword(password);
            connection = factory.newConnection("partner");
            channel = connection.createChannel();
            channel.basicConsume(queue, true, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(
                        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                    arrived.add(JsonMapper.shared().readTree(body));
                }
            });
        } catch (Exception refused) {
            throw new NotAsExpected("the partner cannot read its queue: " + refused);
        }
    }

    /** The next message that is of this kind; others before it are passed over. */
    public JsonNode next(Predicate<JsonNode> wanted, String what, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (true) {
                JsonNode message = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    throw new NotAsExpected("the partner did not get " + what + " within " + atMost.toSeconds() + " s");
                }
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted");
        }
    }

    /** Answers about a referral: accepted, started, completed … */
    public void answer(String event, Map<String, Object> data) {
        Map<String, Object> cloudEvent = Map.of(
                "specversion",
                "1.0",
                "id",
                Ids.next(),
                "source",
                "/partners/" + user,
                "type",
                "org.throughcare.partner." + event + ".v1",
                "datacontenttype",
                "application/json",
                "data",
                data);
        try {
            channel.basicPublish(
                    "partner-inbox",
                    prefix + "." + event,
                    new AMQP.BasicProperties.Builder()
                            .contentType("application/cloudevents+json")
                            .deliveryMode(2)
                            .userId(user)
                            .messageId(Ids.next())
                            .build(),
                    JsonMapper.shared().writeValueAsString(cloudEvent).getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw new NotAsExpected("the partner's answer was not taken: " + refused);
        }
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
