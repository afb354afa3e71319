package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassingOnTest {

    private static final Edge EDGE = new Edge(Map.of());

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @BeforeEach
    void anew() {
        EDGE.participant.forget();
        EDGE.notes.forget();
        EDGE.scheduling.forget();
        EDGE.referral.forget();
    }

    @ParameterizedTest
    @CsvSource({"participant", "notes", "scheduling", "referral"})
    void eachServiceHearsItsOwnPathsWithoutThePrefix(String service) {
        StubService stub = switch (service) {
            case "participant" -> EDGE.participant;
            case "notes" -> EDGE.notes;
            case "scheduling" -> EDGE.scheduling;
            default -> EDGE.referral;
        };
        stub.json("/things/1", "{\"of\":\"" + service + "\"}");

        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/" + service + "/things/1?q=a%20b&q=c"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"of\":\"" + service + "\"}");
        assertThat(stub.last().path()).isEqualTo("/things/1?q=a%20b&q=c");
    }

    @Test
    void nobodyCanPoseAsAProxyOrAnotherGrantee() {
        EDGE.participant.json("/x", "{}");

        EDGE.send(EDGE.asStaff("/api/participant/x")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Host", "evil")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Real-IP", "1.2.3.4")
                .header("X-User", "root")
                .header("Throughcare-Grantee", "lake-county")
                .header("Throughcare-Break-Glass", "fire")
                .header("Idempotency-Key", "k1")
                .header("If-Match", "\"7\"")
                .header("Cookie", "a=b"));

        Headers heard = EDGE.participant.last().headers();
        assertThat(heard.keySet())
                .doesNotContain(
                        "X-forwarded-for",
                        "X-forwarded-host",
                        "Forwarded",
                        "X-real-ip",
                        "X-user",
                        "Throughcare-grantee",
                        "Cookie");
        assertThat(heard.getFirst("Throughcare-Break-Glass")).isEqualTo("fire");
        assertThat(heard.getFirst("Idempotency-Key")).isEqualTo("k1");
        assertThat(heard.getFirst("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void theSuiteItselfNamesTheGrantee() {
        EDGE.participant.json("/x", "{}");

        EDGE.send(EDGE.asSystem("/api/participant/x").header("Throughcare-Grantee", "lake-county"));

        assertThat(EDGE.participant.last().headers().getFirst("Throughcare-Grantee"))
                .isEqualTo("lake-county");
    }

    @Test
    void aTraceIsKeptAndElseBegun() {
        EDGE.participant.json("/x", "{}");
        String trace = "0af7651916cd43dd8448eb211c80319c";

        EDGE.send(EDGE.asStaff("/api/participant/x").header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
        var kept = EDGE.participant.last().headers().get("traceparent");
        EDGE.send(EDGE.asStaff("/api/participant/x"));
        var begun = EDGE.participant.last().headers().get("traceparent");

        assertThat(kept).singleElement().asString().contains(trace);
        assertThat(begun).singleElement().asString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Test
    void aBodyArrivesWhole() {
        EDGE.notes.json("/notes/1", "{}");
        String body = "{\"text\":\"" + "ä".repeat(100_000) + "\"}";

        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/notes/notes/1")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(EDGE.notes.last().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyOverTheLimitNeverReachesAService(boolean lengthKnown) {
        byte[] body = new byte[1024 * 1024 + 1];

        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/notes/notes/1")
                .PUT(
                        lengthKnown
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/too-large");
        assertThat(EDGE.notes.asked).isEmpty();
    }

    @Test
    void headersOverTheLimitAreRefused() {
        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/notes/x").header("Throughcare-X", "x".repeat(9000)));

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(EDGE.notes.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/participant/operations/quiet",
                "/api/participant/actuator/env",
                "/api/participant/%6fperations/quiet"
            })
    void whatIsForOperatorsIsForTheSuiteAlone(String path) {
        EDGE.participant.on("/operations/quiet", exchange -> StubService.reply(exchange, 200, "{}"));
        EDGE.participant.on("/actuator/env", exchange -> StubService.reply(exchange, 200, "{}"));

        assertThat(EDGE.send(EDGE.asStaff(path)).statusCode()).isEqualTo(403);
        assertThat(EDGE.participant.asked).isEmpty();
        assertThat(EDGE.send(EDGE.asSystem(path)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/participant/x/../operations/quiet", "/api/participant//operations", "/api/participant/x;y"
            })
    void aPathWrittenToDeceiveIsRefused(String path) {
        HttpResponse<String> answer = EDGE.send(EDGE.asStaff(path));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(EDGE.participant.asked).isEmpty();
    }

    @Test
    void anUnknownRouteIsAProblem() {
        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/nowhere/x"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/not-found");
    }

    @Test
    void aRefusalComesThroughAsItIs() {
        EDGE.participant.on("/x", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Set-Cookie", "spy=1");
            exchange.sendResponseHeaders(412, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/participant/x"));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aNewThingsLocationLeadsThroughTheGateway() {
        EDGE.participant.on("/participants", exchange -> {
            exchange.getResponseHeaders().set("Location", "/participants/1");
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });

        HttpResponse<String> answer =
                EDGE.send(EDGE.asStaff("/api/participant/participants").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.headers().firstValue("Location")).hasValue("/api/participant/participants/1");
    }

    @Test
    void theBrowserIsProtectedOnce() {
        EDGE.participant.on("/x", exchange -> {
            exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
            exchange.getResponseHeaders().set("Cache-Control", "public");
            StubService.reply(exchange, 200, "{}");
        });

        Map<String, List<String>> heard =
                EDGE.send(EDGE.asStaff("/api/participant/x")).headers().map();

        assertThat(heard.get("x-frame-options")).containsExactly("DENY");
        assertThat(heard.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(heard.get("referrer-policy")).containsExactly("same-origin");
        assertThat(heard.get("cache-control")).singleElement().asString().contains("no-store");
        assertThat(heard.get("content-security-policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(heard).doesNotContainKey("strict-transport-security");
    }

    @ParameterizedTest
    @CsvSource({"lapsed", "for-others", "unknown-issuer", "not-a-token"})
    void aTokenThatIsNotGoodHereIsTurnedAwayAtTheEdge(String kind) {
        String token = switch (kind) {
            case "lapsed" -> EDGE.issuer.signed(Map.of(), "throughcare-api", Duration.ofMinutes(-5));
            case "for-others" -> EDGE.issuer.signed(Map.of(), "somebody-else", Duration.ofMinutes(5));
            case "unknown-issuer" -> {
                try (StubIssuer other = new StubIssuer()) {
                    yield other.staffToken("three-rivers");
                }
            }
            default -> "abc";
        };

        HttpResponse<String> answer =
                EDGE.send(EDGE.request("/api/participant/x").header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/token-invalid");
        assertThat(EDGE.participant.asked).isEmpty();
    }
}
