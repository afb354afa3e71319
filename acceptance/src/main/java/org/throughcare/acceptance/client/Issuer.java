package org.throughcare.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A sign-in server, as far as a machine has to know it. */
public final class Issuer {

    private Issuer() {}

    /** @throws NotAsExpected when the issuer does not answer or does not say */
    public static String tokenEndpoint(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String endpoint = JsonMapper.shared()
                    .readTree(answer.body())
                    .path("token_endpoint")
                    .asString("");
            if (endpoint.isEmpty()) {
                throw new NotAsExpected(issuer + " does not say where its token endpoint is");
            }
            return endpoint;
        } catch (IOException | JacksonException away) {
            throw new NotAsExpected("the sign-in server at " + issuer + " does not answer: " + away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted");
        }
    }
}
