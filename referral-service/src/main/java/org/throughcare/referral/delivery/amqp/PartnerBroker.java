package org.throughcare.referral.delivery.amqp;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.throughcare.referral.delivery.PartnerAddress;

/**
 * Opens connections to the partners' virtual host, with its exchanges in place. Who owns a connection opens another when it breaks.
 */
public final class PartnerBroker {

    /** The broker must not drop what a partner does not read, nor what comes back while our store is away. */
    private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum", "x-delivery-limit", -1);

    private final ConnectionFactory factory = new ConnectionFactory();

    public PartnerBroker(String uri) {
        try {
            factory.setUri(uri);
        } catch (Exception malformed) {
            throw new IllegalArgumentException("throughcare.partners.broker-uri is not an amqp:// URI", malformed);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(3_000);
        factory.setHandshakeTimeout(5_000);
        factory.setRequestedHeartbeat(10);
        factory.setChannelRpcTimeout(10_000);
        factory.setThreadFactory(Thread.ofVirtual().name("amqp-partners-", 0).factory());
    }

    /** @throws IOException when the broker is away */
    public Connection connect(String purpose) throws IOException {
        try {
            Connection connection = factory.newConnection(
                    Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                            .name("amqp-partners-" + purpose + "-", 0)
                            .factory()),
                    "referral/" + purpose);
            try (Channel channel = connection.createChannel()) {
                channel.exchangeDeclare(PartnerAddress.EVENTS, BuiltinExchangeType.TOPIC, true);
                channel.exchangeDeclare(PartnerAddress.INBOX, BuiltinExchangeType.TOPIC, true);
            } catch (IOException | TimeoutException | RuntimeException failed) {
                connection.abort(1_000);
                throw new IOException("the partners' exchanges could not be declared", failed);
            }
            return connection;
        } catch (TimeoutException slow) {
            throw new IOException("the partners' broker does not answer", slow);
        }
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
