package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway tells of itself, at its public address. */
class OperatorsAloneTest {

    private static final Edge EDGE = new Edge(Map.of(
            "management.endpoints.web.exposure.include", "*",
            "management.endpoint.loggers.access", "unrestricted"));

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/prometheus",
                "/%61ctuator/prometheus",
                "/actuator/%70rometheus",
                "/actuator/metrics/jvm.memory.used",
                "/actuator/env",
                "/actuator/mappings",
                "/actuator/loggers",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/no-such-thing"
            })
    void isForTheSuitesOwnTokens(String path) {
        HttpResponse<String> nobody = EDGE.send(EDGE.request(path));

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(EDGE.read(nobody).path("type").asString()).endsWith("/sign-in-needed");
        assertThat(EDGE.send(EDGE.asStaff(path)).statusCode()).isEqualTo(403);
    }

    @Test
    void canBeChangedByNobodyElseEither() {
        assertThat(EDGE.send(EDGE.asStaff("/actuator/loggers/org.throughcare")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"configuredLevel\":\"TRACE\"}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void metricsAreThereForTheSystem() {
        HttpResponse<String> metrics = EDGE.send(EDGE.asSystem("/actuator/prometheus"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("service=\"gateway\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/info"})
    void healthAndVersionAreOpen(String path) {
        HttpResponse<String> told = EDGE.send(EDGE.request(path));

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).doesNotContain("details");
    }
}
