package org.throughcare.acceptance.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of {@code MONGODB_URI} and the broker of {@code RABBITMQ_URI}, there on a virtual host of this run's own that
 * is made and removed over {@code RABBITMQ_MANAGEMENT_URL}, so that runs and suites beside it do not take each other's messages.
 */
final class RealParts implements Parts {

    private static final String STORE_PROCESS = "throughcare.fault.store-pid";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI broker = URI.create(required("RABBITMQ_URI"));
    private final URI management = URI.create(required("RABBITMQ_MANAGEMENT_URL"));
    private final String virtualHost =
            "run-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private boolean away;

    RealParts() {
        String user = broker.getUserInfo().split(":", 2)[0];
        ask("PUT", "vhosts/" + virtualHost, "{}");
        ask(
                "PUT",
                "permissions/" + virtualHost + "/" + user,
                "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("-Dthroughcare.parts=real wants " + name + " in the environment");
        }
        return value;
    }

    @Override
    public String name() {
        return "the servers of MONGODB_URI and RABBITMQ_URI";
    }

    @Override
    public String storeUri() {
        return required("MONGODB_URI");
    }

    @Override
    public String brokerUri() {
        return "amqp://" + broker.getRawUserInfo() + "@" + broker.getHost() + ":" + broker.getPort() + "/"
                + virtualHost;
    }

    @Override
    public void cutConnections() {
        JsonNode connections = ask("GET", "vhosts/" + virtualHost + "/connections", null);
        for (JsonNode each : connections) {
            String name = each.path("name").asString("");
            ask("DELETE", "connections/" + name.replace(" ", "%20").replace(">", "%3E"), null);
        }
    }

    @Override
    public String storeStays() {
        return System.getProperty(STORE_PROCESS) == null
                ? "the store is not ours to stop; -D" + STORE_PROCESS + "=<pid> names a process that may be stopped"
                : "";
    }

    @Override
    public void takeStoreAway() {
        signal("-STOP");
        away = true;
    }

    @Override
    public void bringStoreBack() {
        signal("-CONT");
        away = false;
    }

    private static void signal(String signal) {
        Signals.send(signal, Long.valueOf(String.valueOf(System.getProperty(STORE_PROCESS))));
    }

    private JsonNode ask(String method, String path, @Nullable String body) {
        String credentials =
                Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + management.getHost() + ":" + management.getPort() + "/api/" + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean goneMeanwhile = method.equals("DELETE") && answer.statusCode() == 404;
            if (answer.statusCode() / 100 != 2 && !goneMeanwhile) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        if (away) {
            bringStoreBack();
        }
        ask("DELETE", "vhosts/" + virtualHost, null);
        client.close();
    }
}
