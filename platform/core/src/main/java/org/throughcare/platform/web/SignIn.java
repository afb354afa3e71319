package org.throughcare.platform.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.throughcare.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an issuer of tokens publishes about itself (OpenID Connect Discovery 1.0).
 *
 * @param issuer as it was asked for, and as the issuer confirms
 */
public record SignIn(String issuer, URI keys, URI tokens) {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** @throws IOException when the issuer does not answer, or not as one */
    public static SignIn discover(String issuer) throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        HttpRequest question = HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                .timeout(ANSWER)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(issuer + " answers " + answer.statusCode() + " when asked about itself");
            }
            JsonNode about = Json.mapper().readTree(answer.body());
            if (!issuer.equals(about.path("issuer").asString(""))) {
                throw new IOException(issuer + " calls itself another issuer");
            }
            return new SignIn(
                    issuer,
                    URI.create(about.path("jwks_uri").asString("")),
                    URI.create(about.path("token_endpoint").asString("")));
        } catch (JacksonException | IllegalArgumentException notAnIssuer) {
            throw new IOException(issuer + " does not answer as an issuer", notAnIssuer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + issuer, stopping);
        }
    }
}
