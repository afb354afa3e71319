package org.throughcare.acceptance.fault;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hears every event that is published, with a durable queue of its own: which, when first, and how often. */
final class Eavesdropper implements AutoCloseable {

    private static final String QUEUE = "fault-test.everything";

    /** When an event was first heard, and how often it was. */
    record Heard(Instant first, AtomicInteger times) {}

    private final ConnectionFactory factory = new ConnectionFactory();
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread listener;
    private volatile @Nullable Connection connection;

    Eavesdropper(String brokerUri) throws Exception {
        factory.setUri(brokerUri);
        factory.setAutomaticRecoveryEnabled(false);
        // A node that stands still without a word is left for another one soon.
        factory.setRequestedHeartbeat(10);
        factory.setConnectionTimeout(5_000);
        factory.setHandshakeTimeout(5_000);
        factory.setChannelRpcTimeout(10_000);
        CountDownLatch listening = new CountDownLatch(1);
        listener = Thread.ofVirtual().start(() -> listen(listening));
        if (!listening.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker could not be listened to");
        }
    }

    private void listen(CountDownLatch listening) {
        while (stopping.getCount() > 0) {
            try {
                CountDownLatch broken = new CountDownLatch(1);
                Connection fresh = factory.newConnection("eavesdropper");
                fresh.addShutdownListener(cause -> broken.countDown());
                connection = fresh;
                Channel channel = fresh.createChannel();
                // Outlives the node it lies on, where there are several; the embedded broker has no such queues, and
                // says nothing.
                channel.queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
                for (String exchange : new String[] {"throughcare.events", "throughcare.bulk"}) {
                    channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
                    channel.queueBind(QUEUE, exchange, "#");
                }
                channel.basicConsume(QUEUE, false, new Ear(channel));
                listening.countDown();
                broken.await();
            } catch (InterruptedException stop) {
                return;
            } catch (Exception brokerAway) {
                try {
                    boolean _ = stopping.await(200, TimeUnit.MILLISECONDS);
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }
    }

    private final class Ear extends DefaultConsumer {
        Ear(Channel channel) {
            super(channel);
        }

        @Override
        public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                throws IOException {
            if (!envelope.isRedeliver() || !heard.containsKey(properties.getMessageId())) {
                heard.computeIfAbsent(properties.getMessageId(), id -> new Heard(Instant.now(), new AtomicInteger()))
                        .times()
                        .incrementAndGet();
            }
            getChannel().basicAck(envelope.getDeliveryTag(), false);
        }
    }

    /** Everything that was published has been heard. */
    boolean isUpToDate() {
        Connection open = connection;
        if (open == null || !open.isOpen()) {
            return false;
        }
        try (Channel asking = open.createChannel()) {
            return asking.messageCount(QUEUE) == 0;
        } catch (IOException | TimeoutException notNow) {
            return false;
        }
    }

    Map<String, Heard> heard() {
        return Map.copyOf(heard);
    }

    @Override
    public void close() {
        stopping.countDown();
        Connection open = connection;
        if (open != null) {
            open.abort(1_000);
        }
        listener.interrupt();
    }
}
