package org.throughcare.acceptance.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.NotAsExpected;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the journey against a suite that is up: {@code FromOutside <gateway> <issuer>}, with {@code SYSTEM_CLIENT_SECRET} and
 * {@code PARTNER_CLIENT_SECRET} in the environment.
 */
public final class FromOutside {

    private FromOutside() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("say the gateway's address and the issuer's");
            System.exit(2);
        }
        Access access = new Access(
                arguments[0],
                tokenEndpoint(arguments[1]),
                environment("SYSTEM_CLIENT_ID", "throughcare-system"),
                environment("SYSTEM_CLIENT_SECRET", ""),
                environment("PARTNER_CLIENT_ID", "partner-riverside-housing"),
                environment("PARTNER_CLIENT_SECRET", ""));
        System.exit(new Journey(access, System.out).run() ? 0 : 1);
    }

    private static String tokenEndpoint(String issuer) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
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
        }
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
