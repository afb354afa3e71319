package org.throughcare.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A machine that calls with a bearer token got by client credentials. */
public final class Machine extends Caller {

    private final HttpClient client;
    private final String tokens;
    private final String id;
    private final String secret;
    private final @Nullable String grantee;
    private @Nullable String token;
    private Instant goodUntil = Instant.MIN;

    private Machine(
            HttpClient client, String gateway, String tokens, String id, String secret, @Nullable String grantee) {
        super(gateway, client);
        this.client = client;
        this.tokens = tokens;
        this.id = id;
        this.secret = secret;
        this.grantee = grantee;
    }

    /** The suite's own client, as an operator uses it, for one grantee; null for what is nobody's. */
    public static Machine operator(Access access, @Nullable String grantee) {
        return new Machine(
                HttpClient.newHttpClient(),
                access.gateway(),
                access.tokens(),
                access.systemClient(),
                access.systemSecret(),
                grantee);
    }

    public static Machine partner(Access access) {
        return new Machine(
                HttpClient.newHttpClient(),
                access.gateway(),
                access.tokens(),
                access.partnerClient(),
                access.partnerSecret(),
                null);
    }

    @Override
    void identify(HttpRequest.Builder request, boolean unsafe) {
        request.setHeader("Authorization", "Bearer " + token());
        if (grantee != null) {
            request.setHeader("Throughcare-Grantee", grantee);
        }
    }

    private synchronized String token() {
        String held = token;
        if (held != null && Instant.now().isBefore(goodUntil)) {
            return held;
        }
        String basic = Base64.getEncoder()
                .encodeToString((URLEncoder.encode(id, StandardCharsets.UTF_8) + ":"
                                + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokens))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new NotAsExpected("no token for " + id + ": " + answer.statusCode() + " " + answer.body());
            }
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            String fresh = json.path("access_token").asString();
            token = fresh;
            goodUntil = Instant.now()
                    .plusSeconds(Math.max(1, json.path("expires_in").asLong(60) - 30));
            return fresh;
        } catch (IOException away) {
            throw new NotAsExpected("the sign-in server does not answer: " + away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted");
        }
    }
}
