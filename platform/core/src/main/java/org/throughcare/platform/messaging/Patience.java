package org.throughcare.platform.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something as often as it takes while what it needs is away, and gives up only when this service stops. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /** @throws InterruptedException when this service stops before it worked */
    void until(Runnable work) throws InterruptedException {
        ask(() -> {
            work.run();
            return true;
        });
    }

    boolean ask(BooleanSupplier question) throws InterruptedException {
        Duration pause = FIRST;
        boolean counted = false;
        try {
            while (true) {
                try {
                    return question.getAsBoolean();
                } catch (RuntimeException fault) {
                    if (!Faults.passes(fault)) {
                        throw fault;
                    }
                    if (!counted) {
                        counted = true;
                        waiting.incrementAndGet();
                        LOG.warn("waiting: {}", fault.toString());
                    }
                    if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        throw new InterruptedException("stopping");
                    }
                    pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
                }
            }
        } finally {
            if (counted) {
                waiting.decrementAndGet();
            }
        }
    }

    /** Waits for the lock; that counts as held up as well. */
    void enter(ReentrantLock lock) {
        if (lock.tryLock()) {
            return;
        }
        waiting.incrementAndGet();
        try {
            lock.lock();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many messages are held up by something that is away. */
    int waiting() {
        return waiting.get();
    }

    void stop() {
        stopping.countDown();
    }
}
