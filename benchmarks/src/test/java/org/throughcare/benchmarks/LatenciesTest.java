package org.throughcare.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Percentiles")
class LatenciesTest {

    @Test
    @DisplayName("are the nearest rank's, not something in between")
    void nearestRank() {
        Latencies hundred = Latencies.of(LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000));

        assertThat(hundred.millis(50)).isEqualTo(50);
        assertThat(hundred.millis(99)).isEqualTo(99);
        assertThat(hundred.millis(100)).isEqualTo(100);
    }

    @Test
    @DisplayName("of one duration are that one")
    void single() {
        assertThat(Latencies.of(LongStream.of(2_500_000)).millis(99)).isEqualTo(2.5);
    }

    @Test
    @DisplayName("of nothing are no number")
    void none() {
        assertThat(Latencies.of(LongStream.empty()).millis(50)).isNaN();
    }
}
