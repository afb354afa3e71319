package org.throughcare.participant.running;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests of a class share one running service and its {@link Place}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtAPlace {

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
