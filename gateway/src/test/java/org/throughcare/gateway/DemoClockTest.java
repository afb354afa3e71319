package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoClockTest {

    private final Edge edge = new Edge(Map.of("throughcare.demo-clock", "true"));

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void theClockStopsAtEveryMidnightAndDeadlineOnItsWay() {
        Instant to = Instant.now().plus(Duration.ofDays(3));
        Instant deadline = Instant.now().plus(Duration.ofMinutes(90)).truncatedTo(ChronoUnit.MILLIS);
        services().forEach(StubService::forget);
        services().forEach(DemoClockTest::quiet);
        edge.notes.on(
                "/operations/quiet",
                exchange -> StubService.reply(
                        exchange,
                        200,
                        "{\"quiet\":true,\"outbox\":0,\"queued\":0,\"inFlight\":0,\"due\":0,\"nextDeadline\":\""
                                + deadline + "\"}"));

        HttpResponse<String> answer = move(to);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode progress = edge.read(answer);
        assertThat(progress.path("steps").asInt()).isBetween(4, 5);
        assertThat(Instant.parse(progress.path("now").asString())).isAfterOrEqualTo(to);
        List<String> moves = edge.participant.asked.stream()
                .filter(asked -> asked.path().equals("/operations/clock"))
                .map(StubService.Asked::body)
                .toList();
        assertThat(moves).anyMatch(body -> body.contains(deadline.toString())).isSorted();
        assertThat(edge.participant.last().headers().getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    void aStepWaitsUntilAllAreQuiet() {
        services().forEach(DemoClockTest::quiet);
        AtomicReference<Integer> busy = new AtomicReference<>(3);
        edge.notes.on("/operations/quiet", exchange -> {
            int left = busy.getAndUpdate(n -> Math.max(0, n - 1));
            StubService.reply(
                    exchange,
                    200,
                    "{\"quiet\":" + (left == 0) + ",\"outbox\":" + left + ",\"queued\":0,\"inFlight\":0}");
        });

        assertThat(move(Instant.now().plusSeconds(60)).statusCode()).isEqualTo(200);
        assertThat(edge.notes.asked.stream().filter(asked -> asked.path().equals("/operations/quiet")))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void aStepAtWhichNobodySaysAnythingIsLookedAtOnce() {
        services().forEach(service -> announcing(service, new AtomicInteger()));

        int steps = edge.read(move(Instant.now().plus(Duration.ofDays(3))))
                .path("steps")
                .asInt();

        assertThat(timesAsked(edge.notes)).isEqualTo(2 + steps);
    }

    @Test
    void aStepAtWhichSomebodySpeaksIsLookedAtTwice() {
        AtomicInteger announced = new AtomicInteger();
        services().forEach(service -> announcing(service, new AtomicInteger()));
        announcing(edge.notes, announced);
        edge.notes.on("/operations/clock", exchange -> {
            announced.incrementAndGet();
            StubService.reply(exchange, 200, "{}");
        });

        int steps = edge.read(move(Instant.now().plus(Duration.ofDays(3))))
                .path("steps")
                .asInt();

        assertThat(timesAsked(edge.notes)).isEqualTo(2 + 2 * steps);
    }

    @Test
    void aTokenOfTheSuiteWhoseKeyWasTakenAwayIsExchanged() {
        services().forEach(DemoClockTest::quiet);
        assertThat(move(Instant.now().plusSeconds(60)).statusCode()).isEqualTo(200);
        String taken = edge.participant.last().headers().getFirst("Authorization");
        for (StubService service : services()) {
            service.on("/operations/quiet", exchange -> {
                boolean refused = taken.equals(exchange.getRequestHeaders().getFirst("Authorization"));
                StubService.reply(
                        exchange,
                        refused ? 401 : 200,
                        refused ? "{}" : "{\"quiet\":true,\"outbox\":0,\"queued\":0,\"inFlight\":0}");
            });
        }

        assertThat(move(Instant.now().plusSeconds(120)).statusCode()).isEqualTo(200);
        assertThat(edge.participant.last().headers().getFirst("Authorization")).isNotEqualTo(taken);
    }

    @Test
    void anUnknownFieldIsRefused() {
        HttpResponse<String> answer = edge.send(edge.asSystem("/demo/clock")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"unknown\":1,\"to\":\"" + Instant.now() + "\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(edge.read(answer).path("errors").path(0).path("field").asString())
                .isEqualTo("unknown");
    }

    @Test
    void theClockTellsWhereItStands() {
        JsonNode progress = edge.read(edge.send(edge.asSystem("/demo/clock")));

        assertThat(progress.path("moving").asBoolean()).isFalse();
        assertThat(Instant.parse(progress.path("now").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aMoveToNowhereIsRefused() {
        for (String move : List.of("{}", "{\"to\":null}", "{\"to\":\"9000-01-01T00:00:00Z\"}", "[]", "")) {
            HttpResponse<String> answer = edge.send(edge.asSystem("/demo/clock")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(move)));

            assertThat(answer.statusCode()).as(move).isEqualTo(400);
        }
    }

    @Test
    void whereAMoveCannotBeReadIsSaid() {
        HttpResponse<String> answer = edge.send(edge.asSystem("/demo/clock")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"to\":\"tomorrow\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(edge.read(answer).path("type").asString()).endsWith("/invalid-request");
        JsonNode fault = edge.read(answer).path("errors").path(0);
        assertThat(fault.path("field").asString()).isEqualTo("to");
        assertThat(fault.path("rule").asString()).isEqualTo("wrong-type");
        assertThat(answer.body()).doesNotContain("tomorrow");
    }

    @Test
    void outsideDemonstrationsThereIsNoSuchClock() {
        try (Edge ordinary = new Edge(Map.of())) {
            assertThat(ordinary.send(ordinary.asSystem("/demo/clock")).statusCode())
                    .isEqualTo(404);
        }
    }

    private static void announcing(StubService service, AtomicInteger announced) {
        service.json("/operations/clock", "{}");
        service.on(
                "/operations/quiet",
                exchange -> StubService.reply(
                        exchange,
                        200,
                        "{\"quiet\":true,\"outbox\":0,\"queued\":0,\"inFlight\":0,\"due\":0,\"announced\":" + announced
                                + "}"));
    }

    private static long timesAsked(StubService service) {
        return service.asked.stream()
                .filter(asked -> asked.path().equals("/operations/quiet"))
                .count();
    }

    private HttpResponse<String> move(Instant to) {
        return edge.send(edge.asSystem("/demo/clock")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"to\":\"" + to + "\"}")));
    }

    private List<StubService> services() {
        return List.of(edge.participant, edge.notes, edge.scheduling, edge.referral);
    }

    private static void quiet(StubService service) {
        service.json("/operations/quiet", "{\"quiet\":true,\"outbox\":0,\"queued\":0,\"inFlight\":0,\"due\":0}")
                .on("/operations/clock", DemoClockTest::now);
    }

    private static void now(HttpExchange exchange) throws IOException {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
