package org.throughcare.referral.delivery.amqp;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.throughcare.platform.messaging.BrokerConnections;
import org.throughcare.referral.delivery.PartnerAddress;

/**
 * Opens connections to the partners' virtual host, with its exchanges in place. Who owns a connection opens another when it breaks.
 */
public final class PartnerBroker {

    /** The broker must not drop what a partner does not read, nor what comes back while our store is away. */
    private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum", "x-delivery-limit", -1);

    private final BrokerConnections connections;

    public PartnerBroker(String uri) {
        this.connections = new BrokerConnections(uri, "throughcare.partners.broker-uri", "partners");
    }

    /** @throws IOException when the broker is away */
    public Connection connect(String purpose) throws IOException {
        Connection connection = connections.open(purpose, "referral/" + purpose);
        try (Channel channel = connection.createChannel()) {
            channel.exchangeDeclare(PartnerAddress.EVENTS, BuiltinExchangeType.TOPIC, true);
            channel.exchangeDeclare(PartnerAddress.INBOX, BuiltinExchangeType.TOPIC, true);
        } catch (IOException | TimeoutException | RuntimeException failed) {
            connection.abort(1_000);
            throw new IOException("the partners' exchanges could not be declared", failed);
        }
        return connection;
    }

    public static void declareQueue(Channel channel, String queue, String exchange, String key) throws IOException {
        channel.queueDeclare(queue, true, false, false, QUORUM);
        channel.queueBind(queue, exchange, key);
    }

    /** A queue that one instance reads at a time, so that what a partner says in order is heard in order. */
    public static void declareOrdered(Channel channel, String queue, String exchange, String key) throws IOException {
        Map<String, Object> oneAtATime = new HashMap<>(QUORUM);
        oneAtATime.put("x-single-active-consumer", true);
        channel.queueDeclare(queue, true, false, false, oneAtATime);
        channel.queueBind(queue, exchange, key);
    }
}
