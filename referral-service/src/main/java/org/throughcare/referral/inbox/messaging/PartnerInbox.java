package org.throughcare.referral.inbox.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.platform.messaging.Faults;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.delivery.amqp.PartnerBroker;
import org.throughcare.referral.inbox.messaging.PartnerMessageHandling.Incoming;

/**
 * Listens to what partners write. A message is acknowledged once it is taken or kept; while the store is away it is neither, and
 * nothing is lost. Of several instances one listens at a time (on RabbitMQ): an acceptance and the start after it are heard in
 * this order.
 */
final class PartnerInbox implements SmartLifecycle {

    static final String QUEUE = "referral.partner-inbox";
    private static final Logger LOG = LoggerFactory.getLogger(PartnerInbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int PREFETCH = 16;
    private static final int TRIES = 3;

    private final PartnerBroker broker;
    private final PartnerMessageHandling handling;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable Connection connection;
    private @Nullable Thread supervisor;

    PartnerInbox(PartnerBroker broker, PartnerMessageHandling handling) {
        this.broker = broker;
        this.handling = handling;
    }

    @Override
    public void start() {
        running = true;
        supervisor = Thread.ofVirtual().name("partner-inbox").start(this::supervise);
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        Connection open = connection;
        if (open != null) {
            open.abort(2_000);
        }
        Thread old = supervisor;
        if (old != null) {
            old.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the rest stands, and before it goes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10_000;
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            CountDownLatch broken = new CountDownLatch(1);
            try {
                Connection fresh = broker.connect("inbox");
                connection = fresh;
                fresh.addShutdownListener(cause -> broken.countDown());
                Channel channel = fresh.createChannel();
                PartnerBroker.declareOrdered(channel, QUEUE, PartnerAddress.INBOX, "#");
                channel.basicQos(PREFETCH);
                channel.basicConsume(QUEUE, false, new Lane(channel, broken));
                pause = FIRST_PAUSE;
                broken.await();
                fresh.abort(1_000);
            } catch (IOException | RuntimeException away) {
                LOG.warn(
                        "the partners' broker is away, listening again in {} ms: {}",
                        pause.toMillis(),
                        away.toString());
                Connection half = connection;
                if (half != null) {
                    half.abort(1_000);
                }
                if (!waited(pause)) {
                    return;
                }
                pause = longer(pause);
            } catch (InterruptedException stopped) {
                return;
            }
            connection = null;
        }
    }

    /** @return false when this service stops meanwhile */
    private boolean waited(Duration pause) {
        try {
            return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** @return whether the message was dealt with and may be acknowledged */
    private boolean dealtWith(Incoming message) {
        Duration pause = FIRST_PAUSE;
        int failures = 0;
        while (running) {
            try {
                handling.handle(message);
                return true;
            } catch (RuntimeException fault) {
                if (!Faults.passes(fault) && ++failures >= TRIES) {
                    LOG.error("a partner's message could not be handled", fault);
                    return gaveUp(message, fault);
                }
                if (!waited(pause)) {
                    return false;
                }
                pause = longer(pause);
            }
        }
        return false;
    }

    private boolean gaveUp(Incoming message, RuntimeException fault) {
        try {
            handling.giveUp(message, fault);
            return true;
        } catch (RuntimeException storeAway) {
            return false;
        }
    }

    private final class Lane extends DefaultConsumer {
        private final CountDownLatch broken;

        Lane(Channel channel, CountDownLatch broken) {
            super(channel);
            this.broken = broken;
        }

        @Override
        public void handleDelivery(String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                throws IOException {
            Incoming message =
                    new Incoming(envelope.getRoutingKey(), properties.getUserId(), properties.getMessageId(), body);
            if (dealtWith(message)) {
                getChannel().basicAck(envelope.getDeliveryTag(), false);
            } else {
                broken.countDown();
            }
        }

        @Override
        public void handleCancel(String consumerTag) {
            broken.countDown();
        }

        @Override
        public void handleShutdownSignal(String consumerTag, ShutdownSignalException cause) {
            broken.countDown();
        }
    }
}
