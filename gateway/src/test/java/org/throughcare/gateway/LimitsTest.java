package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Edge edge = new Edge(Map.of(
            "throughcare.limits.body", "1s",
            "throughcare.limits.per-caller", "1",
            "throughcare.limits.per-caller-burst", "5",
            "throughcare.limits.sign-ins-per-address", "4",
            "throughcare.limits.failed-sign-ins-per-address", "3",
            "server.forward-headers-strategy", "native",
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

    @Test
    void aSignInIsOneFromItsBeginningToItsEnd() {
        for (int i = 0; i < 4; i++) {
            edge.cookies.getCookieStore().removeAll();
            assertThat(edge.browse(edge.request("/sign-in?next=/session")).statusCode())
                    .isEqualTo(200);
        }

        assertThat(edge.send(edge.request("/sign-in")).statusCode()).isEqualTo(429);
    }

    @Test
    void whoHasBegunCanFinishHoweverManyBeginMeanwhile() {
        HttpResponse<String> begun = edge.send(edge.request("/sign-in?next=/session"));
        assertThat(last(edge.request("/sign-in"), 4).statusCode()).isEqualTo(429);

        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        String back = edge.send(HttpRequest.newBuilder(
                        URI.create(begun.headers().firstValue("Location").orElseThrow())))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> finished = edge.send(
                HttpRequest.newBuilder(URI.create(back)).header("Cookie", cookie.substring(0, cookie.indexOf(';'))));

        assertThat(finished.statusCode()).isEqualTo(303);
    }

    @Test
    void anAddressCannotFailAtSignInsWithoutEndAndOthersGoOn() {
        HttpRequest.Builder guess = edge.request("/sign-in/callback?code=guessed&state=x");

        assertThat(last(guess, 3).statusCode()).isEqualTo(403);
        assertThat(edge.send(guess).statusCode()).isEqualTo(429);
        // As a proxy beside the gateway says whom it speaks for, when the gateway is told to believe it.
        assertThat(edge.send(guess.header("X-Forwarded-For", "203.0.113.7")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoeverWatchesOverTheGatewayIsToldOfItsHealthWhateverElseComesFromThere() {
        assertThat(last(edge.request("/session"), 7).statusCode()).isEqualTo(429);

        assertThat(edge.send(edge.request("/actuator/health")).statusCode()).isEqualTo(200);
        assertThat(edge.send(edge.request("/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
        assertThat(edge.send(edge.request("/actuator/health").header("Authorization", "Bearer guessed"))
                        .statusCode())
                .isEqualTo(429);
    }

    private HttpResponse<String> last(HttpRequest.Builder request, int times) {
        HttpResponse<String> answer = edge.send(request);
        for (int i = 1; i < times; i++) {
            answer = edge.send(request);
        }
        return answer;
    }

    @Test
    void aSignInIsOneHoweverItsPathIsWritten() {
        assertThat(last(edge.request("/sign%2Din"), 4).statusCode()).isEqualTo(303);

        assertThat(edge.send(edge.request("/sign-in")).statusCode()).isEqualTo(429);
    }

    @Test
    void aBodyThatComesInDropsIsNotWaitedFor() throws Exception {
        try (Socket sender = new Socket("127.0.0.1", edge.port())) {
            head(sender, "Content-Length: 1000");
            AtomicBoolean going = new AtomicBoolean(true);
            Thread drops = Thread.startVirtualThread(() -> {
                try {
                    while (going.get()) {
                        sender.getOutputStream().write(' ');
                        sender.getOutputStream().flush();
                        LockSupport.parkNanos(50_000_000);
                    }
                } catch (IOException closed) {
                    going.set(false);
                }
            });
            String answer = statusLine(sender);
            going.set(false);
            drops.join();
            assertThat(answer).contains("408");
        }
    }

    @Test
    void aBodyThatIsBadlyFramedIsTheSendersFault() throws Exception {
        try (Socket sender = new Socket("127.0.0.1", edge.port())) {
            head(sender, "Transfer-Encoding: chunked");
            sender.getOutputStream().write("zz\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
            sender.getOutputStream().flush();
            assertThat(statusLine(sender)).contains("400");
        }
    }

    private void head(Socket sender, String framing) throws IOException {
        sender.setSoTimeout(10_000);
        sender.getOutputStream()
                .write(("""
                        POST /api/notes/notes/1 HTTP/1.1\r
                        Host: 127.0.0.1\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        %s\r
                        \r
                        """.formatted(edge.issuer.staffToken("three-rivers"), framing))
                        .getBytes(StandardCharsets.US_ASCII));
        sender.getOutputStream().flush();
    }

    private static String statusLine(Socket sender) throws IOException {
        return new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
