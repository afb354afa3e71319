package org.throughcare.platform.messaging;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.store.CopyStore;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What happens to a message between its bytes and its acknowledgement: trace, tenant, parse, handler, in this order. When this
 * returns, the message has been handled or kept as a dead letter; while the store or an owner is away it does not return.
 */
public final class Handling {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    private final String service;
    private final Supplier<List<Subscription<?>>> subscriptions;
    private final Grantees grantees;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final Retry retry;
    private final Timer handled;

    Handling(
            String service,
            Supplier<List<Subscription<?>>> subscriptions,
            Grantees grantees,
            DeadLetters deadLetters,
            Patience patience,
            MeterRegistry meters) {
        this.service = service;
        this.subscriptions = subscriptions;
        this.grantees = grantees;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.retry = Retry.of(
                "handler-" + service,
                RetryConfig.custom()
                        .maxAttempts(3)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 3))
                        .retryOnException(fault -> !Faults.passes(fault))
                        .build());
        this.handled = Timer.builder("throughcare.consumer.handled")
                .description("From what happened in the owner to its effect here")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /**
     * @return false when it was kept as a dead letter
     * @throws InterruptedException when this service stops; the message is not to be acknowledged then
     */
    boolean handle(String queue, String messageId, String type, byte[] bytes) throws InterruptedException {
        Envelope event;
        try {
            event = Envelope.parse(bytes);
        } catch (Envelope.Unreadable unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            LOG.warn("a message on {} is unreadable: {}", queue, why);
            patience.until(() -> deadLetters.keep(queue, messageId, type, bytes, "unreadable: " + why));
            return false;
        }
        if (!patience.ask(() -> grantees.serves(event.grantee()))) {
            LOG.warn("a message on {} is of unknown grantee {}", queue, event.grantee());
            patience.until(() ->
                    deadLetters.keep(queue, event.id(), event.type(), bytes, "unknown grantee " + event.grantee()));
            return false;
        }
        Scope scope = new Scope(event.grantee(), Actor.system(service), event.traceparent());
        MDC.put("trace", event.traceparent());
        MDC.put("grantee", event.grantee());
        boolean well;
        try {
            well = scope.call(() -> handleInScope(queue, event, bytes));
        } catch (InterruptedException | RuntimeException passedOn) {
            throw passedOn;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            MDC.remove("trace");
            MDC.remove("grantee");
        }
        handled.record(Duration.ofMillis(
                Math.max(0, System.currentTimeMillis() - event.time().toEpochMilli())));
        return well;
    }

    private boolean handleInScope(String queue, Envelope event, byte[] bytes) throws InterruptedException {
        if (event.version() != 1) {
            patience.until(() -> deadLetters.keep(
                    queue,
                    event.id(),
                    event.type(),
                    bytes,
                    "unknown version " + event.version() + " of " + event.event()));
            return false;
        }
        boolean well = true;
        for (Subscription<?> each : subscriptions.get()) {
            if (each.service().equals(event.service()) && each.aggregate().equals(event.aggregate())) {
                try {
                    patience.until(() -> retry.executeRunnable(() -> deliver(each, event)));
                } catch (RuntimeException fault) {
                    well = false;
                    LOG.error("{} of {} could not be handled", event.type(), event.aggregateId(), fault);
                    patience.until(
                            () -> deadLetters.keep(queue, event.id(), event.type(), bytes, "handler failed: " + fault));
                }
            }
        }
        return well;
    }

    private static <T> void deliver(Subscription<T> subscription, Envelope event) {
        if (!subscription.facts().isEmpty()) {
            JsonNode happened = event.happened();
            if (subscription.facts().contains(event.event()) && happened != null) {
                T fact = read(happened, subscription.payload());
                subscription.reaction().accept(copy(event, fact), event.heard());
            }
            return;
        }
        T snapshot = read(event.snapshot(), subscription.payload());
        if (subscription.copies() instanceof CopyStore<T> copies) {
            Document raw = Documents.document(event.snapshot());
            boolean newer = copies.take(event.aggregateId(), event.revision(), event.participant(), event.site(), raw);
            if (!newer
                    && copies.find(event.aggregateId())
                            .filter(held -> held.revision() > event.revision())
                            .isPresent()) {
                return;
            }
        }
        if (!event.isStateOnly()) {
            subscription.reaction().accept(copy(event, snapshot), event.heard());
        }
    }

    private static <T> T read(JsonNode node, Class<T> type) {
        try {
            return Json.mapper().treeToValue(node, type);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    "does not read as " + type.getSimpleName() + ": " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static <T> Copy<T> copy(Envelope event, T payload) {
        return new Copy<>(event.aggregateId(), event.revision(), event.participant(), event.site(), payload);
    }
}
