package org.throughcare.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service that answers what it is told to and remembers what it was asked. */
final class StubService implements AutoCloseable {

    record Asked(String method, String path, Headers headers, String body) {}

    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();

    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    StubService on(String path, Answering answering) {
        answers.put(path, answering);
        return this;
    }

    StubService json(String path, String body) {
        return on(path, exchange -> reply(exchange, 200, body));
    }

    /** Answers below one path what it answers below another. */
    StubService alike(String path, String other) {
        Map.copyOf(answers).forEach((known, answering) -> {
            if (known.startsWith(other)) {
                answers.put(path + known.substring(other.length()), answering);
            }
        });
        return this;
    }

    /** Never answers, as far as the asker can tell. */
    StubService silent(String path) {
        return on(path, exchange -> {
            try {
                closing.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Takes the request and hangs up. */
    StubService hangingUp(String path) {
        return on(path, HttpExchange::close);
    }

    StubService forget() {
        answers.clear();
        asked.clear();
        return this;
    }

    Asked last() {
        return asked.getLast();
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        Answering answering = answers.get(exchange.getRequestURI().getPath());
        if (answering == null) {
            reply(exchange, 404, "{\"status\":404}");
        } else {
            answering.answer(exchange);
        }
    }
}
