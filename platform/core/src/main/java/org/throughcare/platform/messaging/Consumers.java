package org.throughcare.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens on this service's live and bulk queues, in lanes: each lane is a channel that handles one message at a time and
 * acknowledges it after its effect. A broken connection is opened anew with everything on it; what was not acknowledged comes
 * again.
 */
public final class Consumers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);

    private final Broker broker;
    private final Handling handling;
    private final Patience patience;
    private final Supplier<List<String>> declared;
    private volatile List<String> queues = List.of();
    private final int lanes;
    private final int prefetch;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean running;
    private @Nullable Thread supervisor;
    private volatile @Nullable Connection connection;
    private volatile List<Lane> open = List.of();

    Consumers(
            Broker broker,
            Handling handling,
            Patience patience,
            Supplier<List<String>> declared,
            int lanes,
            int prefetch) {
        this.broker = broker;
        this.handling = handling;
        this.patience = patience;
        this.declared = declared;
        this.lanes = lanes;
        this.prefetch = prefetch;
    }

    @Override
    public void start() {
        running = true;
        queues = declared.get();
        if (!queues.isEmpty()) {
            supervisor = Thread.ofVirtual().name("consumers").start(this::supervise);
        }
    }

    /**
     * Takes no more, gives back at once what has come and is not begun, so that the others need not wait for it, and lets what
     * is being handled finish.
     */
    @Override
    public void stop() {
        running = false;
        Connection last = connection;
        open.forEach(Lane::cancel);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (inFlight.get() > patience.waiting() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        patience.stop();
        if (last != null) {
            last.abort(2_000);
        }
        if (supervisor != null) {
            supervisor.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts last, stops first: nothing comes in before the rest stands, nothing after it goes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10_000;
    }

    public int inFlight() {
        return inFlight.get();
    }

    /** Messages ready in this service's queues; empty while the broker is away. */
    public Optional<Long> queued() {
        Connection current = connection;
        if (queues.isEmpty()) {
            return Optional.of(0L);
        }
        if (current == null) {
            return Optional.empty();
        }
        try (Channel channel = current.createChannel()) {
            long count = 0;
            for (String queue : queues) {
                count += channel.messageCount(queue);
            }
            return Optional.of(count);
        } catch (Exception away) {
            return Optional.empty();
        }
    }

    private void supervise() {
        Duration pause = Duration.ofMillis(200);
        while (running) {
            CountDownLatch broken = new CountDownLatch(1);
            try {
                Connection fresh = broker.connect("consumers");
                fresh.addShutdownListener(cause -> broken.countDown());
                connection = fresh;
                List<Lane> listening = new ArrayList<>();
                for (String queue : queues) {
                    for (int lane = 0; lane < lanes && running; lane++) {
                        listening.add(listen(fresh, queue, broken));
                    }
                }
                open = List.copyOf(listening);
                if (!running) {
                    fresh.abort(1_000);
                    return;
                }
                LOG.info("listening on {} in {} lanes", queues, listening.size());
                pause = Duration.ofMillis(200);
                broken.await();
                connection = null;
                fresh.abort(1_000);
                if (running) {
                    LOG.warn("the broker's connection broke, opening another");
                }
            } catch (IOException | RuntimeException away) {
                LOG.warn("the broker is away, listening again in {} ms: {}", pause.toMillis(), away.toString());
                Connection half = connection;
                connection = null;
                if (half != null) {
                    half.abort(1_000);
                }
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stopping) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(Duration.ofSeconds(5)) > 0
                        ? Duration.ofSeconds(5)
                        : pause.multipliedBy(2);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private Lane listen(Connection on, String queue, CountDownLatch broken) throws IOException {
        Channel channel = on.createChannel();
        channel.basicQos(prefetch);
        Lane lane = new Lane(channel, queue, broken);
        channel.basicConsume(queue, false, lane);
        return lane;
    }

    /** One channel, one message at a time. What has arrived counts as in flight from then on. */
    private final class Lane extends DefaultConsumer {
        private final String queue;
        private final CountDownLatch broken;
        private final LinkedBlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();

        Lane(Channel channel, String queue, CountDownLatch broken) {
            super(channel);
            this.queue = queue;
            this.broken = broken;
            Thread.ofVirtual().name("lane-" + queue).start(this::work);
        }

        private record Arrived(long tag, String messageId, String type, byte[] body) {}

        /** Ends the lane after what came before it; nothing is interrupted halfway through its effect. */
        private static final Arrived NO_MORE = new Arrived(-1, "", "", new byte[0]);

        @Override
        public void handleDelivery(
                String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            if (!running) {
                // On its way when this lane was cancelled: goes back to the queue with the channel.
                return;
            }
            inFlight.incrementAndGet();
            arrived.add(new Arrived(
                    envelope.getDeliveryTag(),
                    orEmpty(properties.getMessageId()),
                    orEmpty(properties.getType()),
                    body));
        }

        private void work() {
            try {
                for (Arrived each = arrived.take(); each != NO_MORE; each = arrived.take()) {
                    try {
                        if (running && broken.getCount() > 0) {
                            handling.handle(queue, each.messageId(), each.type(), each.body());
                            getChannel().basicAck(each.tag(), false);
                        } else if (broken.getCount() > 0) {
                            getChannel().basicReject(each.tag(), true);
                        }
                    } catch (IOException | AlreadyClosedException connectionGone) {
                        broken.countDown();
                    } catch (RuntimeException unexpected) {
                        LOG.error("handling broke down; the message comes again", unexpected);
                        broken.countDown();
                    } finally {
                        inFlight.decrementAndGet();
                    }
                }
            } catch (InterruptedException stopping) {
                LOG.debug("lane of {} stops", queue);
            }
        }

        /** Takes no more, and gives back what waits behind the one in hand. */
        void cancel() {
            try {
                getChannel().basicCancel(getConsumerTag());
                for (Arrived each = arrived.poll(); each != null && each != NO_MORE; each = arrived.poll()) {
                    inFlight.decrementAndGet();
                    getChannel().basicReject(each.tag(), true);
                }
            } catch (IOException | RuntimeException connectionGone) {
                LOG.debug("lane of {} is gone already", queue);
            }
            arrived.add(NO_MORE);
        }

        @Override
        public void handleCancel(String consumerTag) {
            broken.countDown();
        }

        @Override
        public void handleShutdownSignal(String consumerTag, ShutdownSignalException cause) {
            broken.countDown();
            arrived.add(NO_MORE);
        }

        private static String orEmpty(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
