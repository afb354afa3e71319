package org.throughcare.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;

/** The main job on five separate processes, with a real store, broker and sign-in server. */
@Tag("real")
class FiveProcessesTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    @DisplayName("The journey's eight steps on five processes, RabbitMQ, FerretDB and Keycloak")
    void journey() {
        Assumptions.assumeTrue(
                "real".equals(System.getProperty("throughcare.parts")), "wants -Dthroughcare.parts=real");
        String issuer = env("OIDC_ISSUER");
        Map<String, String> real = Map.of(
                "OIDC_ISSUER",
                issuer,
                "OIDC_TOKEN_URI",
                "",
                "SYSTEM_CLIENT_SECRET",
                env("SYSTEM_CLIENT_SECRET"),
                "GATEWAY_CLIENT_SECRET",
                env("GATEWAY_CLIENT_SECRET"),
                "RABBITMQ_PARTNERS_URI",
                env("RABBITMQ_PARTNERS_URI"),
                "RABBITMQ_MANAGEMENT_URL",
                env("RABBITMQ_MANAGEMENT_URL"),
                "SESSIONS_KEY",
                KEY,
                "THROUGHCARE_DEMO_CLOCK",
                "true");
        try (Parts parts = Parts.chosen();
                Fleet fleet = Fleet.rehearsed(
                        parts,
                        real,
                        "participant-service",
                        "notes-service",
                        "scheduling-service",
                        "referral-service",
                        "gateway")) {
            Access access = new Access(
                    fleet.process("gateway").uri(),
                    issuer + "/protocol/openid-connect/token",
                    env("SYSTEM_CLIENT_ID"),
                    env("SYSTEM_CLIENT_SECRET"),
                    env("PARTNER_CLIENT_ID"),
                    env("PARTNER_CLIENT_SECRET"));
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            assertThat(new Journey(access, out).run())
                    .as("every step is verified; the lines above say where it stopped")
                    .isTrue();
        }
    }

    private static String env(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("-Dthroughcare.parts=real wants " + name + " in the environment");
        }
        return value;
    }
}
