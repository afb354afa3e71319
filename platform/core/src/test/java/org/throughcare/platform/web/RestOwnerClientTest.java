package org.throughcare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.tenancy.Scope;

class RestOwnerClientTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    record Case(String site, List<String> sites) {}

    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicReference<String> seen = new AtomicReference<>("");
    private volatile Reply reply = new Reply(200, "");
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private RestOwnerClient owner;

    private record Reply(int status, String body) {}

    RestOwnerClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        owner = new RestOwnerClient(
                new Settings(
                        "notes",
                        "mongodb://unused",
                        null,
                        "amqp://127.0.0.1",
                        "throughcare",
                        List.of(),
                        new Settings.Security(
                                List.of(), "throughcare-api", null, "notes", "of-the-tests", base + "/token"),
                        Map.of("participant", base),
                        new Settings.Cipher("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "k", Map.of()),
                        DataSize.ofMegabytes(1),
                        false),
                new SimpleMeterRegistry());
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        new Reply(200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":300}")));
        server.createContext("/participants", exchange -> {
            questions.incrementAndGet();
            seen.set(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Throughcare-Grantee") + " "
                    + exchange.getRequestHeaders().getFirst("traceparent"));
            Reply now = reply;
            if (now.status() == 0) {
                try {
                    over.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
            answer(exchange, now.status() == 0 ? new Reply(200, "{}") : now);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        owner.close();
        server.stop(0);
    }

    @Test
    @DisplayName("asks as the suite itself, for the grantee in scope, with one token for many questions")
    void asks() throws Exception {
        reply = new Reply(200, "{\"site\":\"s1\",\"sites\":[\"s1\"],\"newer\":true}");
        assertThat(ask()).contains(new Case("s1", List.of("s1")));
        assertThat(ask()).isPresent();
        assertThat(seen.get()).isEqualTo("Bearer t1 three-rivers " + TRACE);
        assertThat(tokens).hasValue(1);
    }

    @Test
    @DisplayName("a 404 is an answer: there is none, however often, and the breaker stays closed")
    void none() throws Exception {
        reply = new Reply(404, "{}");
        for (int i = 0; i < 30; i++) {
            assertThat(ask()).isEmpty();
        }
        assertThat(questions).hasValue(30);
    }

    @Test
    @DisplayName("a refused token is replaced once")
    void refusedToken() {
        reply = new Reply(401, "{}");
        assertThatThrownBy(this::ask).isInstanceOf(OwnerAway.class);
        assertThat(tokens).hasValue(2);
        assertThat(questions).hasValue(2);
    }

    @Test
    @DisplayName("an owner that fails ten times is not asked an eleventh time for a moment")
    void breaker() {
        reply = new Reply(500, "{}");
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(this::ask).isInstanceOf(OwnerAway.class);
        }
        assertThat(questions).hasValue(10);
    }

    @Test
    @DisplayName("an owner that hangs is away after two seconds")
    void hangs() {
        reply = new Reply(0, "");
        long began = System.nanoTime();
        assertThatThrownBy(this::ask).isInstanceOf(OwnerAway.class);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isBetween(1_500L, 4_000L);
    }

    @Test
    @DisplayName("an answer that cannot be read is no answer")
    void unreadable() {
        reply = new Reply(200, "<html>");
        assertThatThrownBy(this::ask).isInstanceOf(OwnerAway.class);
    }

    @Test
    void anOwnerThatIsNotListeningIsAway() {
        server.stop(0);
        assertThatThrownBy(this::ask).isInstanceOf(OwnerAway.class);
    }

    private Optional<Case> ask() throws Exception {
        return new Scope("three-rivers", Actor.system("notes"), TRACE)
                .call(() -> owner.get("participant", "/participants/p1/case", Case.class));
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
