package org.throughcare.referral;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.Contract;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.TestParts;

class ContractTest {

    @Test
    @DisplayName("the committed contract says what the code does")
    void says() {
        try (RunningService service = new RunningService(
                EmbeddedPartners.class,
                "referral-service",
                "--throughcare.partners.broker-uri=" + TestParts.partnersUri(),
                "--throughcare.partners.provisioning=own")) {
            Contract.of(service).check(Path.of("contract"));
        }
    }
}
