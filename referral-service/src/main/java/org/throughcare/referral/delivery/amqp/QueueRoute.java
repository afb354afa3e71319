package org.throughcare.referral.delivery.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.delivery.PartnerMessage;
import org.throughcare.referral.delivery.PartnerRoute;
import org.throughcare.referral.delivery.wire.PartnerEvents;
import org.throughcare.referral.directory.Partner;

/** Publishes to a partner's own durable queue, one confirmed message at a time. */
public final class QueueRoute implements PartnerRoute, AutoCloseable {

    private static final long CONFIRM_WITHIN_MILLIS = 5_000;

    private final PartnerBroker broker;
    private final PartnerEvents events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> declared = new HashSet<>();
    private final AtomicBoolean returned = new AtomicBoolean();
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    public QueueRoute(PartnerBroker broker, PartnerEvents events) {
        this.broker = broker;
        this.events = events;
    }

    @Override
    public Partner.Delivery serves() {
        return Partner.Delivery.AMQP;
    }

    @Override
    public Outcome deliver(PartnerMessage message) {
        lock.lock();
        try {
            Channel open;
            try {
                open = ready(new PartnerAddress(message.grantee(), message.partner()));
            } catch (IOException | AlreadyClosedException away) {
                close();
                return new Outcome.NotSent("the partners' broker is away");
            }
            return publish(open, message);
        } finally {
            lock.unlock();
        }
    }

    private Outcome publish(Channel open, PartnerMessage message) {
        returned.set(false);
        try {
            open.basicPublish(
                    PartnerAddress.EVENTS,
                    new PartnerAddress(message.grantee(), message.partner()).key(message.event()),
                    true,
                    new AMQP.BasicProperties.Builder()
                            .contentType(PartnerEvents.CONTENT_TYPE)
                            .deliveryMode(2)
                            .messageId(message.id().toString())
                            .type(PartnerEvents.TYPE_PREFIX + message.event() + ".v1")
                            .build(),
                    events.bytes(message));
            boolean confirmed = open.waitForConfirms(CONFIRM_WITHIN_MILLIS);
            if (returned.get()) {
                declared.clear();
                return new Outcome.NotSent("the partner's queue is gone");
            }
            return confirmed ? new Outcome.Confirmed() : new Outcome.Unconfirmed("the broker refused it");
        } catch (IOException | AlreadyClosedException | TimeoutException broken) {
            close();
            return new Outcome.Unconfirmed("the broker went away before it confirmed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            close();
            return new Outcome.Unconfirmed("stopped before the broker confirmed");
        }
    }

    private Channel ready(PartnerAddress partner) throws IOException {
        Channel open = channel;
        if (open == null || !open.isOpen()) {
            close();
            Connection fresh = broker.connect("delivery");
            connection = fresh;
            open = fresh.createChannel();
            open.confirmSelect();
            open.addReturnListener(message -> returned.set(true));
            channel = open;
        }
        if (declared.add(partner.queue())) {
            PartnerBroker.declareQueue(open, partner.queue(), PartnerAddress.EVENTS, partner.keyPrefix() + ".*");
        }
        return open;
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        channel = null;
        declared.clear();
        if (old != null) {
            old.abort(1_000);
        }
    }
}
