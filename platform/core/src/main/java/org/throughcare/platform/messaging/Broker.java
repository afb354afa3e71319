package org.throughcare.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Opens connections with the topology in place. */
public final class Broker {

    private final BrokerConnections connections;
    private final Topology topology;
    private final String name;

    public Broker(String uri, String name, Topology topology) {
        this.connections = new BrokerConnections(uri, "the broker's address", name);
        this.topology = topology;
        this.name = name;
    }

    /** @throws IOException when the broker is away */
    public Connection connect(String purpose) throws IOException {
        Connection connection = connections.open(purpose, name + "/" + purpose);
        try (Channel channel = connection.createChannel()) {
            topology.declare(channel);
        } catch (IOException | TimeoutException | RuntimeException failed) {
            connection.abort(1_000);
            throw new IOException("the topology could not be declared", failed);
        }
        return connection;
    }
}
