package org.throughcare.platform.messaging;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Exchanges, queues and bindings, declared in full by every service before it publishes. Each consuming service has a queue
 * for what is live and one for what comes in bulk, so that a ten-thousand-row move never delays a release.
 */
public final class Topology {

    public static final String EVENTS = "throughcare.events";
    public static final String BULK = "throughcare.bulk";

    /** The broker must not drop what comes back while a store is away: the application bounds retries itself. */
    private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum", "x-delivery-limit", -1);

    private final Supplier<Catalogue> suite;

    /**
     * @param suite asked when a connection is opened, after all aggregates and subscriptions are known
     */
    public Topology(Supplier<Catalogue> suite) {
        this.suite = suite;
    }

    public static String liveQueue(String service) {
        return service + ".live";
    }

    public static String bulkQueue(String service) {
        return service + ".bulk";
    }

    public static String routingKey(String service, String event, String grantee) {
        return service + "." + event + ".v1." + grantee;
    }

    void declare(Channel channel) throws IOException {
        Catalogue catalogue = suite.get();
        channel.exchangeDeclare(EVENTS, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(BULK, BuiltinExchangeType.TOPIC, true);
        for (Catalogue.ServiceEntry consumer : catalogue.services()) {
            if (consumer.hears().isEmpty()) {
                continue;
            }
            queue(channel, liveQueue(consumer.service()));
            queue(channel, bulkQueue(consumer.service()));
            for (Catalogue.Interest interest : consumer.hears()) {
                for (String event : catalogue.eventsOf(interest)) {
                    String key = routingKey(interest.service(), event, "*");
                    channel.queueBind(liveQueue(consumer.service()), EVENTS, key);
                    channel.queueBind(bulkQueue(consumer.service()), BULK, key);
                }
            }
        }
    }

    private static void queue(Channel channel, String name) throws IOException {
        channel.queueDeclare(name, true, false, false, QUORUM);
    }
}
