package org.throughcare.platform.messaging;

import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/**
 * What a service wants to hear of another service's aggregate, and what it does with it. Declared as beans; the topology is
 * derived from them.
 *
 * <p>{@link #toState} is the rule: take the newer snapshot, then bring about what should exist. The reaction runs on the newest copy,
 * also for an event that is not newer (a redelivery after a crash), and again when copies that it read moved while it wrote; it must
 * be repeatable, which commands made by {@code Command.effectOf} are. {@link #toFacts} is the exception: each event counts once by
 * its own id.
 *
 * @param service the owner, e.g. {@code participant}
 * @param aggregate e.g. {@code custody}
 * @param payload the record that the snapshot (state) or the happening (facts) is read into
 * @param facts wire names of the happenings heard; empty for all of the aggregate's
 */
public record Subscription<T>(
        String service,
        String aggregate,
        Class<T> payload,
        @Nullable Copies<T> copies,
        Set<String> facts,
        BiConsumer<Copy<T>, Heard> reaction) {

    private static final BiConsumer<?, Heard> NOTHING = (copy, heard) -> {};

    @SuppressWarnings("unchecked")
    private static <T> BiConsumer<Copy<T>, Heard> nothing() {
        return (BiConsumer<Copy<T>, Heard>) NOTHING;
    }

    /** Whether it does more than keep copies. */
    boolean reacts() {
        return reaction != NOTHING;
    }

    /** Keeps copies and does nothing else. */
    public static <T> Subscription<T> toState(String service, String aggregate, Class<T> payload, Copies<T> copies) {
        return new Subscription<>(service, aggregate, payload, copies, Set.of(), nothing());
    }

    /** Keeps copies, then reacts to the state they are in. */
    public static <T> Subscription<T> toState(
            String service, String aggregate, Class<T> payload, Copies<T> copies, BiConsumer<Copy<T>, Heard> reaction) {
        return new Subscription<>(service, aggregate, payload, copies, Set.of(), reaction);
    }

    /** Hears single happenings that count each time; the payload is the happening, not the snapshot. */
    public static <T> Subscription<T> toFacts(
            String service, String aggregate, Class<T> payload, Set<String> facts, BiConsumer<Copy<T>, Heard> handler) {
        return new Subscription<>(service, aggregate, payload, null, facts, handler);
    }
}
