package org.throughcare.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A number of workers, each sending its next operation as soon as the last one is answered. */
final class ClosedLoop {

    private ClosedLoop() {}

    /** @param worker from 0, for what each worker keeps to itself, a channel for example */
    interface Operation {
        void run(int worker, int number) throws Exception;
    }

    /** What one stretch gave. Stretches of the same kind are added up. */
    record Stretch(long[] nanos, double seconds) {

        static Stretch sum(List<Stretch> all) {
            return new Stretch(
                    all.stream()
                            .flatMapToLong(each -> Arrays.stream(each.nanos))
                            .toArray(),
                    all.stream().mapToDouble(Stretch::seconds).sum());
        }

        double perSecond() {
            return nanos.length / seconds;
        }

        Latencies latencies() {
            return Latencies.of(LongStream.of(nanos));
        }
    }

    /** Operations {@code from} (inclusive) to {@code to} (exclusive); the first fault ends all of it. */
    static Stretch run(int workers, int from, int to, Operation operation) {
        AtomicInteger next = new AtomicInteger(from);
        long[] nanos = new long[to - from];
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Void>> running = new ArrayList<>();
            long began = System.nanoTime();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                Callable<Void> work = () -> {
                    for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        operation.run(worker, number);
                        nanos[number - from] = System.nanoTime() - start;
                    }
                    return null;
                };
                running.add(pool.submit(work));
            }
            for (Future<Void> each : running) {
                each.get();
            }
            return new Stretch(nanos, (System.nanoTime() - began) / 1e9);
        } catch (ExecutionException failed) {
            next.set(to);
            throw new CannotMeasure("an operation failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
    }
}
