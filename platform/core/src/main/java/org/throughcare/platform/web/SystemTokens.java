package org.throughcare.platform.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.throughcare.platform.Settings;
import tools.jackson.databind.JsonNode;

/** This service's own token by client credentials, kept until half a minute before it ends; one request at a time. */
final class SystemTokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final long DEFAULT_SECONDS = 60;

    private record Token(String value, Instant until) {}

    private final RestClient client;
    private final Settings.Security settings;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Token token;
    private volatile @Nullable URI endpoint;

    SystemTokens(RestClient client, Settings.Security settings) {
        this.client = client;
        this.settings = settings;
    }

    /** @throws IOException when the issuer does not give one */
    String current() throws IOException {
        Token known = token;
        if (known != null && Instant.now().isBefore(known.until())) {
            return known.value();
        }
        asking.lock();
        try {
            known = token;
            if (known == null || !Instant.now().isBefore(known.until())) {
                known = ask();
                token = known;
            }
            return known.value();
        } finally {
            asking.unlock();
        }
    }

    /** Forgets a token that was refused; another one that came meanwhile stays. */
    void refused(String value) {
        Token known = token;
        if (known != null && known.value().equals(value)) {
            token = null;
        }
    }

    private Token ask() throws IOException {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Instant asked = Instant.now();
        try {
            JsonNode answer = client.post()
                    .uri(endpoint())
                    .headers(headers ->
                            headers.setBasicAuth(encoded(settings.clientId()), encoded(settings.clientSecret())))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(JsonNode.class);
            String value = answer == null ? "" : answer.path("access_token").asString("");
            if (answer == null || value.isEmpty()) {
                throw new IOException("the issuer's answer holds no token");
            }
            long seconds = answer.path("expires_in").asLong(DEFAULT_SECONDS);
            return new Token(value, asked.plusSeconds(seconds).minus(MARGIN));
        } catch (RestClientException failed) {
            throw new IOException("no token for this service", failed);
        }
    }

    private URI endpoint() throws IOException {
        URI known = endpoint;
        if (known == null) {
            String issuer = settings.systemIssuer();
            if (!settings.tokenUri().isBlank()) {
                known = URI.create(settings.tokenUri());
            } else if (issuer != null) {
                known = SignIn.discover(issuer).tokens();
            } else {
                throw new IOException("neither throughcare.security.token-uri nor an issuer is set");
            }
            endpoint = known;
        }
        return known;
    }

    /** RFC 6749 §2.3.1: client id and secret are form-encoded before they become Basic credentials. */
    private static String encoded(String credential) {
        return URLEncoder.encode(credential, StandardCharsets.UTF_8);
    }
}
