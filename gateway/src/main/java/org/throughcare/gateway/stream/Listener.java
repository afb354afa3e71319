package org.throughcare.gateway.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.throughcare.gateway.people.StaffCards;
import org.throughcare.gateway.session.EdgeCaller;

/**
 * One browser's place in the audience: a bounded buffer between the broker's thread, which never waits, and a connection
 * that may be slow. When the buffer is full its hints give way to a single word: fetch again.
 */
final class Listener {

    private static final int BUFFER = 256;

    private final EdgeCaller caller;
    private final StaffCards cards;
    private final BlockingQueue<Hint.Addressed> waiting = new ArrayBlockingQueue<>(BUFFER);
    private final AtomicBoolean fetchAgain = new AtomicBoolean();
    private volatile boolean open = true;

    Listener(EdgeCaller caller, StaffCards cards) {
        this.caller = caller;
        this.cards = cards;
    }

    /** Called by the broker's thread: looks at nothing that could be slow. */
    void offer(Hint.Addressed addressed) {
        if (addressed.grantee().equals(caller.grantee()) && !waiting.offer(addressed)) {
            waiting.clear();
            fetchAgain.set(true);
        }
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    void fetchAgain() {
        waiting.clear();
        fetchAgain.set(true);
    }

    /** Whether hints were lost since the last time this was asked. */
    boolean takeFetchAgain() {
        return fetchAgain.getAndSet(false);
    }

    /** The next hint that this caller may see, or nothing within the time. */
    @Nullable
    Hint next(Duration within) throws InterruptedException {
        Hint.Addressed addressed = waiting.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return addressed == null || !maySee(addressed.hint()) ? null : addressed.hint();
    }

    /** Monitors see a sample, not a site's daily work. Sites are what participant-service says now; while it cannot say, only what concerns nobody is told. */
    private boolean maySee(Hint hint) {
        if (hint.isAboutNobody()) {
            return true;
        }
        Optional<StaffCards.Card> card = cards.of(caller);
        return card.isPresent()
                && !card.get().isMonitor()
                && (card.get().isAdministrator()
                        || (hint.site() != null && card.get().sites().contains(hint.site())));
    }
}
