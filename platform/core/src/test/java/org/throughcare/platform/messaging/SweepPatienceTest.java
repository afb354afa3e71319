package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SweepPatienceTest {

    private static final Duration FIVE = Duration.ofSeconds(5);

    @Test
    @DisplayName("the sweep leaves to the relays what they are still carrying, and waits longer the longer they take")
    void patience() {
        assertThat(Sweep.patience(FIVE, Duration.ZERO)).isEqualTo(FIVE);
        assertThat(Sweep.patience(FIVE, Duration.ofMillis(1_600))).isEqualTo(FIVE);
        assertThat(Sweep.patience(FIVE, Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(12));
        assertThat(Sweep.patience(FIVE, Duration.ofSeconds(20))).isEqualTo(Duration.ofMinutes(1));
    }
}
