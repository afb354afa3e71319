package org.throughcare.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks over HTTP/1.1 on connections that are kept. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** @param trace the trace that the service gave the request */
    record Answer(String asked, int status, String body, String etag, String trace) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        Answer ok() {
            if (status / 100 != 2) {
                throw new CannotMeasure(asked + " was answered with " + status + ": " + body);
            }
            return this;
        }

        /** By its ETag. */
        long revision() {
            return etag.isEmpty() ? 0 : Long.parseLong(etag.replace("\"", ""));
        }
    }

    Answer get(String uri, String token) {
        return send(request("GET", uri, token, null));
    }

    /**
     * How an answer that may be large came.
     *
     * @param begun nanoseconds until its first bytes were there
     * @param whole nanoseconds until it was there whole
     */
    record Taken(long begun, long whole, long bytes) {}

    /** Reads an answer as it comes and keeps none of it. */
    Taken take(String uri, String token) {
        long began = System.nanoTime();
        try {
            HttpResponse<InputStream> answer =
                    http.send(request("GET", uri, token, null), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    throw new CannotMeasure(uri + " was answered with " + answer.statusCode() + ": "
                            + new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                long begun = System.nanoTime() - began;
                long bytes = body.transferTo(OutputStream.nullOutputStream());
                return new Taken(begun, System.nanoTime() - began, bytes);
            }
        } catch (IOException failed) {
            throw new CannotMeasure("GET " + uri + " was not answered whole: " + failed, failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
    }

    Answer put(String uri, String token, Object body, String... headers) {
        return send(request("PUT", uri, token, body, headers));
    }

    /** @param key the command's Idempotency-Key */
    Answer post(String uri, String token, Object body, String key) {
        return send(request("POST", uri, token, body, "Idempotency-Key", key));
    }

    private static HttpRequest request(
            String method, String uri, String token, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    request.method() + " " + request.uri().getPath(),
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Throughcare-Trace").orElse(""));
        } catch (IOException failed) {
            throw new CannotMeasure(request.method() + " " + request.uri() + " was not answered: " + failed, failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
