package org.throughcare.benchmarks;

import java.util.Locale;
import java.util.stream.LongStream;

/** Durations of single operations; percentiles are exact, by the nearest rank. */
record Latencies(long[] sortedNanos) {

    static Latencies of(LongStream nanos) {
        return new Latencies(nanos.sorted().toArray());
    }

    int count() {
        return sortedNanos.length;
    }

    /** @param percentile 0 to 100 */
    double millis(double percentile) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percentile / 100.0 * sortedNanos.length);
        return sortedNanos[Math.clamp(rank - 1, 0, sortedNanos.length - 1)] / 1e6;
    }

    String text(double percentile) {
        double millis = millis(percentile);
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
