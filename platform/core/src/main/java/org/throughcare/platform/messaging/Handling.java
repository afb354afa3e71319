package org.throughcare.platform.messaging;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.store.CopyStore;
import org.throughcare.platform.store.Reaction;
import org.throughcare.platform.tenancy.GranteeNotReady;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What happens to a message between its bytes and its acknowledgement: trace, tenant, parse, handler, in this order. When this
 * returns, the message has been handled or kept as a dead letter; while the store or an owner is away it does not return.
 *
 * <p>Reactions are run on the newest copy, whatever the message brought, and run again when copies that they read have moved
 * while they wrote ({@link Reaction}). In one instance messages about one participant follow one another, which keeps that
 * rare.
 */
public final class Handling {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);
    private static final int STRIPES = 256;
    private static final int MOST_ROUNDS = 20;

    private final String service;
    private final Supplier<List<Subscription<?>>> subscriptions;
    private final Grantees grantees;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final Retry retry;
    private final Timer handled;
    private final Counter again;
    private final List<ReentrantLock> stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

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
        this.again = Counter.builder("throughcare.consumer.again")
                .description("Reactions run anew because what they read had moved while they wrote")
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
        if (!patience.ask(() -> isServed(event.grantee()))) {
            LOG.warn("a message on {} is of unknown grantee {}", queue, event.grantee());
            patience.until(() ->
                    deadLetters.keep(queue, event.id(), event.type(), bytes, "unknown grantee " + event.grantee()));
            return false;
        }
        Scope scope = new Scope(event.grantee(), Actor.system(service), event.traceparent());
        MDC.put("trace", event.traceparent());
        MDC.put("grantee", event.grantee());
        boolean well;
        ReentrantLock stripe = stripeOf(event);
        patience.enter(stripe);
        try {
            well = scope.call(() -> handleInScope(queue, event, bytes));
        } catch (InterruptedException | RuntimeException passedOn) {
            throw passedOn;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            stripe.unlock();
            MDC.remove("trace");
            MDC.remove("grantee");
        }
        handled.record(Duration.ofMillis(
                Math.max(0, System.currentTimeMillis() - event.time().toEpochMilli())));
        return well;
    }

    /** @throws GranteeNotReady when it may be served soon: waiting helps */
    private boolean isServed(String grantee) {
        if (grantees.serves(grantee)) {
            return true;
        }
        grantees.lookAgain();
        if (!grantees.serves(grantee) && grantees.mayCome(grantee)) {
            throw new GranteeNotReady(grantee);
        }
        return grantees.serves(grantee);
    }

    private ReentrantLock stripeOf(Envelope event) {
        String about = Objects.requireNonNullElse(event.participant(), event.aggregateId());
        return stripes.get(Math.floorMod(Objects.hash(event.grantee(), about), STRIPES));
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
        Map<String, Boolean> taken = new HashMap<>();
        for (Subscription<?> each : subscriptions.get()) {
            if (each.service().equals(event.service()) && each.aggregate().equals(event.aggregate())) {
                try {
                    patience.until(() -> retry.executeRunnable(() -> deliver(each, event, taken)));
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

    /**
     * @param taken whether the event was newer than the copy held, by collection: several subscriptions share a copy
     */
    private <T> void deliver(Subscription<T> subscription, Envelope event, Map<String, Boolean> taken) {
        if (!subscription.facts().isEmpty()) {
            JsonNode happened = event.happened();
            if (subscription.facts().contains(event.event()) && happened != null) {
                T fact = read(happened, subscription.payload());
                subscription.reaction().accept(copy(event, fact), event.heard());
            }
            return;
        }
        Copy<T> told = copy(event, read(event.snapshot(), subscription.payload()));
        if (!(subscription.copies() instanceof CopyStore<T> copies)) {
            if (!event.isStateOnly()) {
                subscription.reaction().accept(told, event.heard());
            }
            return;
        }
        @Nullable Boolean before = taken.get(copies.collectionName());
        boolean newer = before != null
                ? before
                : copies.take(
                        event.aggregateId(),
                        event.revision(),
                        event.participant(),
                        event.site(),
                        Documents.document(event.snapshot()));
        taken.put(copies.collectionName(), newer);
        if (!event.isStateOnly() && subscription.reacts()) {
            react(subscription, copies, event, newer ? told : newest(copies, told));
        }
    }

    private <T> void react(Subscription<T> subscription, CopyStore<T> copies, Envelope event, Copy<T> first) {
        Copy<T> known = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Copy<T> seen = known;
            Heard heard = round == 0 && seen.revision() == event.revision() ? event.heard() : again(event, seen, round);
            Reaction watched = Reaction.watching(() -> {
                copies.reading(seen);
                subscription.reaction().accept(seen, heard);
            });
            if (watched.stands()) {
                return;
            }
            again.increment();
            known = newest(copies, seen);
        }
        throw new IllegalStateException("what it reads never stands still");
    }

    /** The id is that of the event and of what is reacted to now, so that no effect passes for one that was brought about. */
    private static Heard again(Envelope event, Copy<?> seen, int round) {
        Heard heard = event.heard();
        return new Heard(
                Command.derived("again", heard.eventId(), Long.toString(seen.revision()), Integer.toString(round))
                        .toString(),
                heard.happened(),
                heard.subject(),
                seen.revision(),
                heard.time(),
                heard.actor(),
                heard.participant(),
                heard.site(),
                heard.stateOnly());
    }

    private static <T> Copy<T> newest(CopyStore<T> copies, Copy<T> known) {
        return copies.find(known.id())
                .filter(held -> held.revision() > known.revision())
                .orElse(known);
    }

    private static <T> T read(JsonNode node, Class<T> type) {
        try {
            return Json.mapper().treeToValue(node, type);
        } catch (JacksonException malformed) {
            // Which field, not what is in it, nor the cause, which says both: this goes to the log and is kept as a
            // reason.
            throw new IllegalArgumentException(
                    "does not read as " + type.getSimpleName() + ": " + malformed.getPathReference());
        }
    }

    private static <T> Copy<T> copy(Envelope event, T payload) {
        return new Copy<>(event.aggregateId(), event.revision(), event.participant(), event.site(), payload);
    }
}
