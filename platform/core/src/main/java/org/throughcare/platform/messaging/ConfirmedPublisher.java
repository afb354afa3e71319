package org.throughcare.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

    private static final Duration RETURN_AFTER_REFUSAL = Duration.ofMillis(200);

    private final Broker broker;
    private final Duration patience;
    private @Nullable Connection connection;
    private @Nullable Window window;

    public ConfirmedPublisher(Broker broker, Duration patience) {
        this.broker = broker;
        this.patience = patience;
    }

    /**
     * @return an outcome for every message of the batch, whatever happened on the way
     * @throws IOException when the broker cannot be reached at all; nothing is known to have arrived then
     */
    public Map<String, Outcome> publish(List<Outgoing> batch) throws IOException {
        Window open = open();
        open.begin();
        try {
            for (Outgoing each : batch) {
                open.publish(each);
            }
            if (!open.await(patience)) {
                close();
            }
        } catch (IOException | AlreadyClosedException broken) {
            close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            close();
        }
        Map<String, Outcome> result = new HashMap<>();
        batch.forEach(each -> result.put(each.messageId(), open.outcome(each.messageId())));
        return result;
    }

    private Window open() throws IOException {
        if (window != null && window.isOpen()) {
            return window;
        }
        close();
        Connection fresh = broker.connect("relay");
        connection = fresh;
        Window opened = new Window(fresh.createChannel());
        window = opened;
        return opened;
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        window = null;
        if (old != null) {
            old.abort(1_000);
        }
    }

    /**
     * One channel and what it has not heard of yet. Tags count anew on every channel, so what an old one is still told
     * must never be taken for the new one's.
     */
    private static final class Window {
        private final Channel channel;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition settled = lock.newCondition();
        private final NavigableMap<Long, String> unsettled = new ConcurrentSkipListMap<>();
        private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

        Window(Channel channel) throws IOException {
            this.channel = channel;
            channel.confirmSelect();
            channel.addReturnListener(returned -> {
                outcomes.put(returned.getProperties().getMessageId(), Outcome.RETURNED);
                wake();
            });
            channel.addConfirmListener(
                    (tag, multiple) -> settle(tag, multiple, Outcome.CONFIRMED),
                    (tag, multiple) -> settle(tag, multiple, Outcome.FAILED));
            channel.addShutdownListener(cause -> wake());
        }

        boolean isOpen() {
            return channel.isOpen();
        }

        void begin() {
            outcomes.clear();
            unsettled.clear();
        }

        void publish(Outgoing message) throws IOException {
            unsettled.put(channel.getNextPublishSeqNo(), message.messageId());
            channel.basicPublish(message.exchange(), message.routingKey(), true, properties(message), message.body());
        }

        Outcome outcome(String messageId) {
            return outcomes.getOrDefault(messageId, Outcome.FAILED);
        }

        boolean await(Duration patience) throws InterruptedException {
            long deadline = System.nanoTime() + patience.toNanos();
            lock.lock();
            try {
                while (!unsettled.isEmpty()) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0 || !channel.isOpen()) {
                        return false;
                    }
                    long _ = settled.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(200)));
                }
                awaitReturns();
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** A broker may refuse an unroutable message a moment before it returns it: without the return it would seem lost. */
        private void awaitReturns() throws InterruptedException {
            long left = RETURN_AFTER_REFUSAL.toNanos();
            while (left > 0 && outcomes.containsValue(Outcome.FAILED)) {
                left = settled.awaitNanos(left);
            }
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
    }

    private static AMQP.BasicProperties properties(Outgoing message) {
        return new AMQP.BasicProperties.Builder()
                .contentType(Envelope.CONTENT_TYPE)
                .deliveryMode(2)
                .messageId(message.messageId())
                .type(message.type())
                .build();
    }
}
