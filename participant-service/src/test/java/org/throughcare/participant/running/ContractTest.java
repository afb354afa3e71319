package org.throughcare.participant.running;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.ParticipantApplication;
import org.throughcare.testing.Contract;
import org.throughcare.testing.RunningService;

class ContractTest {

    @Test
    @DisplayName("the contract says what the code announces, hears and serves")
    void contract() {
        try (RunningService running = new RunningService(ParticipantApplication.class, "participant-service")) {
            Contract.of(running).check(Path.of("contract"));
        }
    }
}
