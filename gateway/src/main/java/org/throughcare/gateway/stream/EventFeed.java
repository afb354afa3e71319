package org.throughcare.gateway.stream;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.settings.GatewaySettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears every event on a queue of this instance's own, which goes when the instance goes. Hints may be lost while it is
 * away from the broker, so after each return everybody is told to fetch again.
 */
@Component
class EventFeed implements SmartLifecycle, EventFeedState {

    private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
    private static final String EXCHANGE = "throughcare.events";
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 2000;
    private static final int HEARTBEAT_SECONDS = 10;

    private final String uri;
    private final Audience audience;
    private final JsonMapper json;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private volatile boolean connected;
    private volatile CountDownLatch stopped = new CountDownLatch(1);

    EventFeed(GatewaySettings settings, Audience audience, JsonMapper json) {
        this.uri = settings.brokerUri();
        this.audience = audience;
        this.json = json;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        thread.execute(this::listenWhileRunning);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listenWhileRunning() {
        Duration wait = FIRST_WAIT;
        while (running) {
            try {
                listen();
                wait = FIRST_WAIT;
            } catch (Exception away) {
                log.debug("Broker away: {}", away.toString());
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
            pause(wait);
        }
    }

    /** Returns when the connection is lost or the feed is stopped. */
    private void listen() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        try (Connection connection = factory().newConnection("gateway live stream")) {
            connection.addShutdownListener(_ -> lost.countDown());
            Channel channel = connection.createChannel();
            channel.addShutdownListener(_ -> lost.countDown());
            channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
            String queue = channel.queueDeclare().getQueue();
            channel.queueBind(queue, EXCHANGE, "#");
            channel.basicConsume(queue, true, hearing(channel, lost));
            connected = true;
            log.info("Live stream connected");
            audience.fetchAgain();
            awaitEither(lost);
        } finally {
            if (connected) {
                log.info("Live stream disconnected");
            }
            connected = false;
        }
    }

    private void awaitEither(CountDownLatch lost) throws InterruptedException {
        Thread onStop = Thread.startVirtualThread(() -> {
            try {
                stopped.await();
                lost.countDown();
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        lost.await();
        onStop.interrupt();
    }

    private DefaultConsumer hearing(Channel channel, CountDownLatch lost) {
        return new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                try {
                    audience.tell(Hint.of(json.readTree(body)));
                } catch (JacksonException notAnEvent) {
                    log.warn("Not an event: {}", envelope.getRoutingKey());
                }
            }

            @Override
            public void handleCancel(String tag) {
                lost.countDown();
            }

            @Override
            public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
                lost.countDown();
            }
        };
    }

    private ConnectionFactory factory() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(URI.create(uri));
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(CONNECT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        return factory;
    }

    private void pause(Duration wait) {
        try {
            if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
