package org.throughcare.platform.messaging;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * Connections to one broker, on virtual threads and with short time limits. None is recovered behind its owner's back: who owns one
 * opens another when it breaks, and declares again, because the broker that comes back may be an empty one.
 */
public final class BrokerConnections {

    private final ConnectionFactory factory = new ConnectionFactory();
    private final String threads;

    /**
     * @param setting where the address comes from, for whoever has to put it right
     * @param threads how this broker's threads are named
     */
    public BrokerConnections(String uri, String setting, String threads) {
        this.threads = "amqp-" + threads + "-";
        try {
            factory.setUri(uri);
        } catch (Exception malformed) {
            throw new IllegalArgumentException(setting + " is not an amqp:// URI", malformed);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(3_000);
        factory.setHandshakeTimeout(5_000);
        factory.setRequestedHeartbeat(10);
        factory.setChannelRpcTimeout(10_000);
        factory.setThreadFactory(Thread.ofVirtual().name(this.threads, 0).factory());
    }

    /**
     * @param shownAs what operators see at the broker
     * @throws IOException when the broker is away
     */
    public Connection open(String purpose, String shownAs) throws IOException {
        try {
            return factory.newConnection(
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name(threads + purpose + "-", 0).factory()),
                    shownAs);
        } catch (TimeoutException slow) {
            throw new IOException("the broker does not answer", slow);
        }
    }
}
