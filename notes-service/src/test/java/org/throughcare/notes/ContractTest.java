package org.throughcare.notes;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.Contract;
import org.throughcare.testing.RunningService;

class ContractTest {

    @Test
    @DisplayName("L22: the contract says what the code does")
    void contract() {
        try (RunningService running = new RunningService(NotesApplication.class, "notes-service")) {
            Contract.of(running).check(Path.of("contract"));
        }
    }
}
