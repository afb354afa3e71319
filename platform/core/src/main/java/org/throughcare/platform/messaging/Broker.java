package org.throughcare.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * Opens connections with the topology in place. Connections are not recovered behind our back: whoever owns one opens another
 * when it breaks, and declares again, because the broker that comes back may be an empty one.
 */
public final class Broker {

    private final ConnectionFactory factory;
    private final Topology topology;
    private final String name;

    public Broker(String uri, String name, Topology topology) {
        this.factory = new ConnectionFactory();
        this.topology = topology;
        this.name = name;
        try {
            factory.setUri(uri);
        } catch (Exception malformed) {
            throw new IllegalArgumentException("the broker's address is not an amqp:// URI", malformed);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(3_000);
        factory.setHandshakeTimeout(5_000);
        factory.setRequestedHeartbeat(10);
        factory.setChannelRpcTimeout(10_000);
        factory.setThreadFactory(
                Thread.ofVirtual().name("amqp-" + name + "-", 0).factory());
    }

    /** @throws IOException when the broker is away */
    public Connection connect(String purpose) throws IOException {
        try {
            Connection connection = factory.newConnection(
                    Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                            .name("amqp-" + name + "-" + purpose + "-", 0)
                            .factory()),
                    name + "/" + purpose);
            try (Channel channel = connection.createChannel()) {
                topology.declare(channel);
            } catch (IOException | TimeoutException | RuntimeException failed) {
                connection.abort(1_000);
                throw new IOException("the topology could not be declared", failed);
            }
            return connection;
        } catch (TimeoutException slow) {
            throw new IOException("the broker does not answer", slow);
        }
    }
}
