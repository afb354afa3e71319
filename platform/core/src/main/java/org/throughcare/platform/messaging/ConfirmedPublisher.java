package org.throughcare.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Publishes batches in one confirm window, mandatory, and tells for each message what the broker said. RabbitMQ returns an
 * unroutable message and then acknowledges it; other brokers return and refuse it: a return counts before either. For one
 * thread at a time.
 */
public final class ConfirmedPublisher implements AutoCloseable {

    /** A message to publish. */
    public record Outgoing(String exchange, String routingKey, String messageId, String type, byte[] body) {}

    /** What became of it: CONFIRMED is safe at the broker, RETURNED went to no queue, FAILED is not known to have arrived. */
    public enum Outcome {
        CONFIRMED,
        RETURNED,
        FAILED
    }

    private final Broker broker;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final NavigableMap<Long, String> unsettled = new ConcurrentSkipListMap<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    public ConfirmedPublisher(Broker broker, Duration patience) {
        this.broker = broker;
        this.patience = patience;
    }

    /** @throws IOException when the broker cannot be reached at all; nothing is known to have arrived then */
    public Map<String, Outcome> publish(List<Outgoing> batch) throws IOException {
        Channel open = open();
        outcomes.clear();
        unsettled.clear();
        Set<String> ids = new HashSet<>();
        try {
            for (Outgoing each : batch) {
                ids.add(each.messageId());
                unsettled.put(open.getNextPublishSeqNo(), each.messageId());
                open.basicPublish(each.exchange(), each.routingKey(), true, properties(each), each.body());
            }
            if (!await()) {
                close();
            }
        } catch (IOException | AlreadyClosedException broken) {
            close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            close();
        }
        Map<String, Outcome> result = new HashMap<>();
        ids.forEach(id -> result.put(id, outcomes.getOrDefault(id, Outcome.FAILED)));
        return result;
    }

    private static AMQP.BasicProperties properties(Outgoing message) {
        return new AMQP.BasicProperties.Builder()
                .contentType(Envelope.CONTENT_TYPE)
                .deliveryMode(2)
                .messageId(message.messageId())
                .type(message.type())
                .build();
    }

    private boolean await() throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!unsettled.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || channel == null || !channel.isOpen()) {
                    return false;
                }
                long _ = settled.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(200)));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Channel open() throws IOException {
        if (channel != null && channel.isOpen()) {
            return channel;
        }
        close();
        Connection fresh = broker.connect("relay");
        connection = fresh;
        Channel opened = fresh.createChannel();
        opened.confirmSelect();
        opened.addReturnListener(
                returned -> outcomes.put(returned.getProperties().getMessageId(), Outcome.RETURNED));
        opened.addConfirmListener(
                (tag, multiple) -> settle(tag, multiple, Outcome.CONFIRMED),
                (tag, multiple) -> settle(tag, multiple, Outcome.FAILED));
        opened.addShutdownListener(cause -> wake());
        channel = opened;
        return opened;
    }

    private void settle(long tag, boolean multiple, Outcome outcome) {
        if (multiple) {
            NavigableMap<Long, String> upTo = unsettled.headMap(tag, true);
            upTo.values().forEach(id -> outcomes.putIfAbsent(id, outcome));
            upTo.clear();
        } else {
            String id = unsettled.get(tag);
            if (id != null) {
                outcomes.putIfAbsent(id, outcome);
                unsettled.remove(tag);
            }
        }
        if (unsettled.isEmpty()) {
            wake();
        }
    }

    private void wake() {
        lock.lock();
        try {
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        channel = null;
        if (old != null) {
            old.abort(1_000);
        }
    }
}
