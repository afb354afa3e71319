package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A gateway whose management has a port of its own. */
class MeasuredInsideTest {

    @Test
    @DisplayName("metrics are open at the port inside alone, and nothing else is opened by it")
    void inside() throws Exception {
        Map<String, Object> settings =
                Map.of("management.server.port", "0", "management.endpoints.web.exposure.include", "*");
        try (Edge edge = new Edge(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(at(client, edge.managementPort(), "/actuator/prometheus").body())
                    .contains("service=\"gateway\"");
            assertThat(at(client, edge.managementPort(), "/actuator/health/readiness")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(at(client, edge.managementPort(), "/actuator/env").statusCode())
                    .isEqualTo(401);
            assertThat(at(client, edge.managementPort(), "/actuator/heapdump").statusCode())
                    .isEqualTo(401);
            assertThat(at(client, edge.port(), "/actuator/prometheus").statusCode())
                    .as("at the public port")
                    .isNotEqualTo(200);
        }
    }

    private static HttpResponse<String> at(HttpClient client, int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
