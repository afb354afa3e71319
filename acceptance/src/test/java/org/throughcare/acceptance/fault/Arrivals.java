package org.throughcare.acceptance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * People who come at a steady rate, however the suite answers. Each one's commands follow one another. When as many as may be
 * are being served, the next are sent away and counted: a client that waits would hide that the suite cannot keep up.
 */
final class Arrivals {

    /** About how many commands a person takes; the rate asked for is in commands. */
    static final double COMMANDS_PER_PERSON = 14.5;

    private final Supplier<CaseWorker> joining;
    private final double peoplePerSecond;
    private final int most;
    private final BooleanSupplier goOn;
    private final List<CaseWorker> all = new ArrayList<>();
    private final Queue<CaseWorker> idle = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private int sentAway;

    Arrivals(Supplier<CaseWorker> joining, double commandsPerSecond, int most, BooleanSupplier goOn) {
        this.joining = joining;
        this.peoplePerSecond = commandsPerSecond / COMMANDS_PER_PERSON;
        this.most = most;
        this.goOn = goOn;
    }

    /** Until told to stop; returns when the last one is served. */
    void come(Random random) throws InterruptedException {
        double next = System.nanoTime();
        while (goOn.getAsBoolean()) {
            // Exponential gaps: arrivals that know nothing of one another
            next += -Math.log(1 - random.nextDouble()) / peoplePerSecond * TimeUnit.SECONDS.toNanos(1);
            while (System.nanoTime() < next && goOn.getAsBoolean()) {
                LockSupport.parkNanos(Math.min((long) next - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(200)));
            }
            CaseWorker free = idle.poll();
            if (free == null && all.size() < most) {
                free = joining.get();
                all.add(free);
            }
            if (free == null) {
                sentAway++;
                continue;
            }
            CaseWorker one = free;
            threads.removeIf(each -> !each.isAlive());
            threads.add(Thread.ofVirtual().start(() -> {
                one.serveOne();
                idle.add(one);
            }));
        }
        for (Thread each : threads) {
            each.join();
        }
    }

    /** People for whom there was nobody: about as many times {@link #COMMANDS_PER_PERSON} commands were asked and not sent. */
    int sentAway() {
        return sentAway;
    }

    List<CaseWorker.Expected> people() {
        return all.stream().flatMap(each -> each.people.stream()).toList();
    }
}
