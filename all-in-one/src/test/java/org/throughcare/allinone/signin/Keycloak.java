package org.throughcare.allinone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A realm of the test's own in the Keycloak of {@code KEYCLOAK_URL}, made from the realm file that the suite comes with. */
final class Keycloak implements Provider {

    private static final Path REALM_FILE = Path.of("..", "deploy", "infra", "throughcare-realm.json");
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String server = required("KEYCLOAK_URL");
    private final String realm = "signing-in-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final HttpClient http = HttpClient.newHttpClient();

    Keycloak(String gateway) {
        Map<String, String> settings = Map.of(
                "GATEWAY_CLIENT_SECRET", SECRET,
                "SYSTEM_CLIENT_SECRET", SECRET,
                "PARTNER_CLIENT_SECRET", SECRET,
                "GATEWAY_BACK_CHANNEL", gateway,
                "THROUGHCARE_DEMO_PEOPLE", "true");
        ObjectNode asked = (ObjectNode) JSON.readTree(filledIn(settings));
        asked.put("realm", realm);
        // An account's id is one across realms, and the suite's own realm has these.
        asked.path("users").forEach(user -> ((ObjectNode) user).remove("id"));
        asked.put("accessTokenLifespan", ACCESS_LIFE.toSeconds());
        administer("POST", "/admin/realms", asked.toString(), 201);
    }

    @Override
    public String issuer() {
        return server + "/realms/" + realm;
    }

    @Override
    public void rotateSigningKey() {
        String realmId = JSON.readTree(administer("GET", "/admin/realms/" + realm, "", 200))
                .path("id")
                .asString();
        administer("POST", "/admin/realms/" + realm + "/components", """
                {"name":"next","providerId":"rsa-generated","providerType":"org.keycloak.keys.KeyProvider","parentId":"%s",\
                "config":{"priority":["1000"],"enabled":["true"],"active":["true"],"algorithm":["RS256"]}}""".formatted(realmId), 201);
    }

    @Override
    public void close() {
        administer("DELETE", "/admin/realms/" + realm, "", 204);
        http.close();
    }

    private static String filledIn(Map<String, String> settings) {
        try {
            Matcher each = SETTING.matcher(Files.readString(REALM_FILE));
            return each.replaceAll(found ->
                    Matcher.quoteReplacement(settings.getOrDefault(found.group(1), String.valueOf(found.group(2)))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String administer(String method, String path, String body, int expected) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + administrator())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(expected);
        return answer.body();
    }

    /** Anew each time, because it is good for a minute only. */
    private String administrator() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                + encoded(required("KEYCLOAK_ADMIN_USERNAME")) + "&password="
                                + encoded(required("KEYCLOAK_ADMIN_PASSWORD")))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not in the environment; \"./throughcare infra up\" sets it");
        }
        return value;
    }
}
