package org.throughcare.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each kind of aggregate is worth a look for due ones, so that an idle grantee costs next to nothing. What this
 * instance writes is known here at once; what an instance wrote that died since is found within {@link #LONGEST}.
 */
final class DueHints {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * @param due on the business clock: none is due before it, as far as is known here
     * @param lookedAt on the system clock, by {@link System#nanoTime}
     */
    private record Hint(Instant due, long lookedAt) {

        Hint noLaterThan(Instant other) {
            return other.isBefore(due) ? new Hint(other, lookedAt) : this;
        }
    }

    private final Map<String, Hint> hints = new ConcurrentHashMap<>();

    /** An aggregate was written that is due then. */
    void written(String grantee, String type, Instant due) {
        hints.computeIfPresent(key(grantee, type), (key, hint) -> hint.noLaterThan(due));
    }

    boolean worthLooking(String grantee, String type, Instant now) {
        Hint hint = hints.get(key(grantee, type));
        return hint == null || !hint.due().isAfter(now) || System.nanoTime() - hint.lookedAt() >= LONGEST.toNanos();
    }

    /** Before the store is asked: what is written from now on counts. */
    void looking(String grantee, String type) {
        hints.put(key(grantee, type), new Hint(Instant.MAX, System.nanoTime()));
    }

    private static String key(String grantee, String type) {
        return grantee + "/" + type;
    }
}
