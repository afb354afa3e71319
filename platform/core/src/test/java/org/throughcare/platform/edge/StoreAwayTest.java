package org.throughcare.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.platform.edge.EdgeUnderTest.staff;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.edge.EdgeUnderTest.Answer;

class StoreAwayTest {

    private static EdgeUnderTest edge;

    @BeforeAll
    static void start() {
        edge = new EdgeUnderTest("--throughcare.store-uri=mongodb://127.0.0.1:1/?directConnection=true");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    @DisplayName("a service that starts without its store lives, is not ready, and says why")
    void health() {
        assertThat(edge.ask("GET", "/actuator/health/liveness", null, null).status())
                .isEqualTo(200);
        Answer ready = edge.ask("GET", "/actuator/health/readiness", null, null);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.http().body())
                .contains("The document store does not answer")
                .doesNotContain("127.0.0.1");
    }

    @Test
    @DisplayName("nobody is called a stranger before the registry was read: 503 with Retry-After, never 401 or 403")
    void notYet() {
        Answer known = edge.ask("GET", "/whoami", staff("jail-worker"), null);
        assertThat(known.status()).as(known.http().body()).isEqualTo(503);
        assertThat(known.header("Retry-After")).isEqualTo("3");
        Answer byRegistry = edge.ask(
                "GET",
                "/whoami",
                EdgeUnderTest.token(
                        EdgeUnderTest.OTHER_ISSUER, Map.of("grantee", "high-plains", "staff", "jail-worker")),
                null);
        assertThat(byRegistry.status()).isEqualTo(503);
        assertThat(byRegistry.header("Retry-After")).isEqualTo("5");
    }
}
