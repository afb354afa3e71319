package org.throughcare.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.store.Pending;

/** A step of the relay: works off its queue in batches, on a thread of its own. What it fails on is let go, for the sweep. */
final class RelayStage {

    private static final Logger LOG = LoggerFactory.getLogger(RelayStage.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 256;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String name;
    private final Consumer<List<Pending>> work;
    private final Consumer<Pending> letGo;
    private final BiConsumer<Pending, RuntimeException> broken;
    private final LinkedBlockingQueue<Pending> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * @param work a batch; when it returns, the entries are its own business
     * @param letGo told of each entry whose work did not come to its end
     * @param broken told of an entry that fails by itself, and not because something is away
     */
    RelayStage(
            String name,
            Consumer<List<Pending>> work,
            Consumer<Pending> letGo,
            BiConsumer<Pending, RuntimeException> broken) {
        this.name = name;
        this.work = work;
        this.letGo = letGo;
        this.broken = broken;
    }

    /** Never blocks. */
    boolean offer(Pending entry) {
        return waiting.offer(entry);
    }

    boolean offer(Pending entry, Duration patience) throws InterruptedException {
        return waiting.offer(entry, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Works off what is waiting, for ten seconds at most. */
    void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(Duration.ofSeconds(10));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        List<Pending> batch = new ArrayList<>(BATCH);
        while (running || !waiting.isEmpty()) {
            batch.clear();
            try {
                Pending first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, BATCH - 1);
                work.accept(List.copyOf(batch));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (Faults.passes(failed)) {
                    LOG.warn("{} entries stay in their outboxes for the sweep: {}", batch.size(), failed.toString());
                    batch.forEach(letGo);
                    LockSupport.parkNanos(PAUSE.toNanos());
                } else {
                    batch.forEach(this::workOn);
                }
            }
        }
    }

    /** One entry that cannot be carried must not keep the others from being. */
    private void workOn(Pending one) {
        try {
            work.accept(List.of(one));
        } catch (RuntimeException failed) {
            broken.accept(one, failed);
            letGo.accept(one);
        }
    }
}
