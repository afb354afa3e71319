package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescriptionAndStatusTest {

    private final Edge edge = new Edge(Map.of("throughcare.owners.referral", "http://127.0.0.1:1"));

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void descriptionsAreMergedUnderTheirPrefixesAndWhatIsMissingIsSaid() {
        edge.participant.json("/v3/api-docs", description("/plans/{id}", "string"));
        edge.notes.json("/v3/api-docs", description("/notes/{id}", "integer"));
        edge.scheduling.json("/v3/api-docs", description("/appointments/{id}", "string"));

        JsonNode whole = edge.read(edge.send(edge.request("/v3/api-docs")));

        JsonNode paths = whole.path("paths");
        assertThat(paths.has("/api/participant/plans/{id}")).isTrue();
        assertThat(paths.has("/api/people/{id}")).isTrue();
        assertThat(paths.has("/api/notes/operations/quiet")).isFalse();
        assertThat(reference(paths, "/api/notes/notes/{id}")).isEqualTo("#/components/schemas/NotesView");
        assertThat(reference(paths, "/api/participant/plans/{id}")).isEqualTo("#/components/schemas/View");
        assertThat(reference(paths, "/api/scheduling/appointments/{id}")).isEqualTo("#/components/schemas/View");
        JsonNode schemas = whole.path("components").path("schemas");
        assertThat(schemas.path("View").path("type").asString()).isEqualTo("string");
        assertThat(schemas.path("NotesView").path("type").asString()).isEqualTo("integer");
        assertThat(whole.path("x-missing"))
                .singleElement()
                .satisfies(missing ->
                        assertThat(missing.path("service").asString()).isEqualTo("referral-service"));
    }

    @Test
    void theStatusNamesEveryPartAndWhatIsWrongWithIt() {
        edge.participant.json("/actuator/health", "{\"status\":\"UP\"}");
        edge.participant.json("/actuator/info", "{\"build\":{\"version\":\"1.2\"}}");

        JsonNode status = edge.read(edge.send(edge.request("/status")));
        HttpResponse<String> page = edge.send(edge.request("/status").header("Accept", "text/html"));

        assertThat(status.path("state").asString()).isEqualTo("DEGRADED");
        assertThat(part(status, "participant-service").path("state").asString()).isEqualTo("UP");
        assertThat(part(status, "participant-service").path("version").asString())
                .isEqualTo("1.2");
        assertThat(part(status, "referral-service").path("state").asString()).isEqualTo("DOWN");
        assertThat(part(status, "broker").path("state").asString()).isEqualTo("DOWN");
        assertThat(part(status, "sign-in").path("state").asString()).isEqualTo("UP");
        assertThat(part(status, "sessions").path("state").asString()).isEqualTo("UP");
        assertThat(page.body()).contains("<h1>Throughcare is not complete</h1>", "referral-service");
    }

    @Test
    void howeverManyAskForTheStatusThePartsAreAskedOnceASecond() {
        edge.notes.json("/actuator/health", "{\"status\":\"UP\"}");
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            edge.send(edge.request("/status"));
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();

        assertThat(edge.notes.asked.stream().filter(asked -> asked.path().equals("/actuator/health")))
                .hasSizeLessThanOrEqualTo((int) seconds + 2);
    }

    private static JsonNode part(JsonNode status, String name) {
        for (JsonNode part : status.path("parts")) {
            if (part.path("name").asString("").equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part " + name);
    }

    private static String reference(JsonNode paths, String path) {
        return paths.path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString("");
    }

    private static String description(String path, String type) {
        return """
                {"openapi":"3.1.0","paths":{
                 "%s":{"get":{"operationId":"find","responses":{"200":{"content":{"application/json":
                   {"schema":{"$ref":"#/components/schemas/View"}}}}}}},
                 "/operations/quiet":{"get":{"operationId":"quiet"}}},
                 "components":{"schemas":{"View":{"type":"%s"}}}}""".formatted(path, type);
    }
}
