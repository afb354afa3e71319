package org.throughcare.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the other services when one is tested alone: answers what it was told, 404 to the rest, 503 when away. */
public final class StubOwner implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile boolean away;

    public StubOwner() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                String asked = exchange.getRequestURI().toString();
                String body = answers.get(asked);
                byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(away ? 503 : body == null ? 404 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param path as asked, with its query */
    public void answers(String path, String json) {
        answers.put(path, json);
    }

    public void forgets(String path) {
        answers.remove(path);
    }

    public void away(boolean away) {
        this.away = away;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
