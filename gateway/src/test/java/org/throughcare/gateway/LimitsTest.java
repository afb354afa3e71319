package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Edge edge = new Edge(Map.of(
            "throughcare.limits.per-caller", "1",
            "throughcare.limits.per-caller-burst", "5",
            "throughcare.limits.sign-ins-per-address", "4",
            "throughcare.limits.anonymous-per-address", "6"));

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void aCallerWhoAsksTooFastIsToldWhenToComeBackAndOthersAreNot() {
        edge.participant.json("/x", "{}");
        HttpResponse<String> last = last(edge.asStaff("/api/participant/x"), 8);

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(edge.read(last).path("type").asString()).endsWith("/too-many-requests");
        assertThat(last(edge.asSystem("/api/participant/x"), 20).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressCannotBeginSignInsWithoutEnd() {
        assertThat(last(edge.request("/sign-in"), 4).statusCode()).isEqualTo(303);
        HttpResponse<String> fifth = edge.send(edge.request("/sign-in"));

        assertThat(fifth.statusCode()).isEqualTo(429);
        assertThat(fifth.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void anAddressTurnedAwayTooOftenIsNotListenedToForAWhile() {
        HttpRequest.Builder bad = edge.request("/session");

        assertThat(last(bad, 6).statusCode()).isEqualTo(401);
        assertThat(last(bad, 1).statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> last(HttpRequest.Builder request, int times) {
        HttpResponse<String> answer = edge.send(request);
        for (int i = 1; i < times; i++) {
            answer = edge.send(request);
        }
        return answer;
    }
}
