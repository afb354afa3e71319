package org.throughcare.acceptance.badinput;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request put together piece by piece, so that each piece can be left out or be wrong. */
public final class Asking {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)\r\nContent-Type: *([^\r]*)");

    private final String method;
    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte @Nullable [] body;

    public Asking(String method, String address) {
        this.method = method;
        this.address = address;
    }

    public Asking token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Asking with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Asking json(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        headers.putIfAbsent("Content-Type", "application/json");
        return this;
    }

    /** Announces a body of this size; what is said before any of it is sent. */
    Said announcing(int bytes) {
        URI uri = URI.create(address);
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = Integer.parseInt(answer.substring(9, 12));
            int start = answer.indexOf('{');
            int end = answer.lastIndexOf('}');
            Matcher type = CONTENT_TYPE.matcher(answer);
            return new Said(
                    status, type.find() ? type.group(1) : "", start < 0 ? answer : answer.substring(start, end + 1));
        } catch (IOException | RuntimeException failed) {
            return new Said(0, "", failed.toString());
        }
    }

    public Said said() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<String>> sent =
                CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Said(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    answer.headers().map().toString());
        } catch (TimeoutException endless) {
            sent.cancel(true);
            return new Said(0, "", "no whole answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException failed) {
            return new Said(0, "", String.valueOf(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** As a client that behaves: what is away for now, which 503 says, is asked again. */
    public Said saidInTheEnd() {
        Said said = said();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (said.status() == 503 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(AGAIN_AFTER.toNanos());
            said = said();
        }
        return said;
    }

    @Override
    public String toString() {
        return method + " " + address;
    }

    /**
     * An answer.
     *
     * @param headers as one text, to look for what should not be in them
     */
    public record Said(int status, String contentType, String body, String headers) {

        Said(int status, String contentType, String body) {
            this(status, contentType, body, "");
        }

        public JsonNode problem() {
            try {
                return JsonMapper.shared().readTree(body);
            } catch (JacksonException notJson) {
                return JsonMapper.shared().createObjectNode();
            }
        }

        public String slug() {
            return problem().path("type").asString("").replace("https://throughcare.org/problems/", "");
        }

        boolean names(String field) {
            for (JsonNode each : problem().path("errors")) {
                String named = each.path("field").asString("");
                boolean within = named.equals(field) || named.startsWith(field + ".") || named.startsWith(field + "[");
                if (within && !each.path("rule").asString("").isBlank()) {
                    return true;
                }
            }
            return false;
        }

        /** A batch answers for each entry by itself: the first one's problem names the field, as seen from the entry. */
        boolean refusesEntry(String field) {
            JsonNode outcome = problem().path("outcomes").path(0);
            String within = field.substring(field.indexOf('.') + 1);
            boolean named = false;
            for (JsonNode each : outcome.path("problem").path("errors")) {
                String name = each.path("field").asString("");
                named |= (within.equals(name) || within.endsWith("." + name))
                        && !each.path("rule").asString("").isBlank();
            }
            return status == 200 && outcome.path("status").asInt(0) == 400 && named;
        }

        /** Problem details with a stable type, that say nothing of what is inside. */
        public boolean isProblem() {
            return contentType.startsWith("application/problem+json")
                    && problem().path("type").asString("").startsWith("https://throughcare.org/problems/")
                    && problem().path("status").asInt(0) == status
                    && !body.contains("org.throughcare.")
                    && !body.contains("Exception")
                    && !body.contains("\tat ");
        }

        public String inShort() {
            return status + " " + (body.length() > 260 ? body.substring(0, 260) + "…" : body);
        }
    }
}
