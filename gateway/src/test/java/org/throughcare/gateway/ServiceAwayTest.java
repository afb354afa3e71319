package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAwayTest {

    private final Edge edge = new Edge(Map.of("throughcare.owners.referral", "http://127.0.0.1:1"));

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void aServiceThatCannotBeReachedIsNamedWithATimeToComeBack() {
        HttpResponse<String> answer = edge.send(edge.asStaff("/api/referral/referrals/1"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(edge.read(answer).path("service").asString()).isEqualTo("referral");
        assertThat(edge.read(answer).path("type").asString()).endsWith("/service-away");
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
    }

    @Test
    void aLateServiceIsNotWaitedForLongerThanTheLimit() {
        edge.notes.silent("/slow");

        long start = System.nanoTime();
        HttpResponse<String> answer = edge.send(edge.asStaff("/api/notes/slow"));

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(edge.read(answer).path("type").asString()).endsWith("/service-late");
        assertThat(System.nanoTime() - start).isBetween(600_000_000L, 5_000_000_000L);
    }

    @Test
    void aReportMayTakeLongerThanAnythingElse() {
        String much = "part of a report ".repeat(1_000);
        StubService.Answering slow = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int part = 0; part < 10; part++) {
                    out.write(much.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    LockSupport.parkNanos(100_000_000);
                }
            }
        };
        edge.participant.on("/reports/due", slow).on("/participants/due", slow);

        HttpResponse<String> answer = edge.send(edge.asStaff("/api/participant/reports/due?site=1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(much.repeat(10));
        assertThatThrownBy(() -> edge.send(edge.asStaff("/api/participant/participants/due")))
                .as("the same of another path is broken off, not ended")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 200000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n186a0\r\n"})
    void anAnswerThatAServiceBreaksOffInTheMiddleIsNotTakenForTheWhole(String framing) throws IOException {
        try (ServerSocket killed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Edge other =
                        new Edge(Map.of("throughcare.owners.notes", "http://127.0.0.1:" + killed.getLocalPort()))) {
            Thread.ofVirtual().start(() -> answersHalf(killed, framing));

            assertThatThrownBy(() -> other.send(other.asStaff("/api/notes/all")))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    /** 100,000 bytes, and the line is gone. */
    private static void answersHalf(ServerSocket service, String framing) {
        try (Socket asker = service.accept()) {
            BufferedReader asked =
                    new BufferedReader(new InputStreamReader(asker.getInputStream(), StandardCharsets.US_ASCII));
            String header = asked.readLine();
            while (header != null && !header.isEmpty()) {
                header = asked.readLine();
            }
            asker.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\n" + framing + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void aWriteThatBreaksOffIsNeverSentTwice() {
        edge.notes.hangingUp("/notes/1");

        HttpResponse<String> answer =
                edge.send(edge.asStaff("/api/notes/notes/1").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(edge.read(answer).path("detail").asString()).contains("Idempotency-Key");
        assertThat(edge.notes.asked).hasSize(1);
    }

    @Test
    void afterManyFailuresAServiceIsLeftAloneForAWhileAndTheOthersAreNot() {
        edge.notes.on("/x", exchange -> StubService.reply(exchange, 503, "{}"));
        edge.participant.json("/x", "{}");
        for (int i = 0; i < 10; i++) {
            assertThat(edge.send(edge.asStaff("/api/notes/x")).statusCode()).isEqualTo(503);
        }
        int asked = edge.notes.asked.size();

        HttpResponse<String> answer = edge.send(edge.asStaff("/api/notes/x"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(edge.read(answer).path("service").asString()).isEqualTo("notes");
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(5);
        assertThat(edge.notes.asked).hasSize(asked);
        assertThat(edge.send(edge.asStaff("/api/participant/x")).statusCode()).isEqualTo(200);
    }

    @Test
    void faultsOfOneRequestDoNotOpenTheBreaker() {
        edge.notes.on("/bad", exchange -> StubService.reply(exchange, 500, "{}"));
        edge.notes.json("/good", "{}");
        for (int i = 0; i < 25; i++) {
            edge.send(edge.asStaff("/api/notes/bad"));
        }

        assertThat(edge.send(edge.asStaff("/api/notes/good")).statusCode()).isEqualTo(200);
    }

    @Test
    void whenTheSignInServerIsAwayABearerTokenCannotBeCheckedYet() {
        var staff = edge.asStaff("/api/notes/x");
        edge.issuer.close();

        HttpResponse<String> answer = edge.send(staff);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(edge.read(answer).path("type").asString()).endsWith("/sign-in-away");
        assertThat(edge.browse(edge.request("/sign-in")).statusCode()).isEqualTo(503);
    }

    @Test
    void aServiceThatSaysWhenToComeAgainIsThereForTheRest() {
        edge.notes.on("/without-the-other", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "2");
            StubService.reply(exchange, 503, "{}");
        });
        edge.notes.json("/on-its-own", "{}");
        for (int i = 0; i < 25; i++) {
            edge.send(edge.asStaff("/api/notes/without-the-other"));
        }

        assertThat(edge.send(edge.asStaff("/api/notes/on-its-own")).statusCode())
                .isEqualTo(200);
    }
}
