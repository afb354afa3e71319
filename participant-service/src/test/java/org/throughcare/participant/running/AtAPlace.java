package org.throughcare.participant.running;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests of a class share one running service and its {@link Place}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtAPlace {

    /** How long to wait for what comes by itself, on a slow machine. */
    static final Duration SOON = Duration.ofMinutes(1);

    private @Nullable Place started;

    @BeforeAll
    void startPlace() {
        started = new Place();
    }

    @AfterAll
    void stopPlace() {
        place().close();
    }

    final Place place() {
        return Objects.requireNonNull(started);
    }
}
