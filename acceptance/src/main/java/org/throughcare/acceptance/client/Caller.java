package org.throughcare.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the gateway: a person with a session, or a machine with a token. */
public abstract class Caller {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int MOST_PATIENCE = 10;

    private final String gateway;
    private final HttpClient client;

    Caller(String gateway, HttpClient client) {
        this.gateway = gateway;
        this.client = client;
    }

    /** Puts on the request what this caller is known by. */
    abstract void identify(HttpRequest.Builder request, boolean unsafe);

    public final Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public final Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    /** A change of something that was looked at before. */
    public final Answer put(String path, Object body, String etag) {
        return send("PUT", path, body, Map.of("If-Match", etag));
    }

    public final Answer post(String path, Object body) {
        return send("POST", path, body, Map.of("Idempotency-Key", Ids.next()));
    }

    public final Answer post(String path, Object body, String key) {
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    /** Asks again, a few times, while a service asks for patience; every command has its key, so nothing is done twice. */
    public final Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Answer answer = once(method, path, body, headers);
        for (int again = 0; answer.status() == 503 && again < MOST_PATIENCE; again++) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            answer = once(method, path, body, headers);
        }
        return answer;
    }

    private Answer once(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(180));
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                                body instanceof String text ? text : JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        identify(request, !method.equals("GET"));
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    method + " " + path,
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.body());
        } catch (IOException away) {
            throw new NotAsExpected(method + " " + path + " was not answered: " + away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted");
        }
    }
}
