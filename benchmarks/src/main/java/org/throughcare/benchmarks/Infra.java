package org.throughcare.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real store and broker. Whatever is measured gets databases of its own and virtual hosts of its own, which are removed
 * at the end, so that runs and neighbours do not meet.
 */
final class Infra implements AutoCloseable {

    private final String storeUri;
    private final URI brokerUri;
    private final URI management;
    private final String managementAuthorization;
    private final MongoClient store;
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> vhosts = new ArrayList<>();

    Infra(Map<String, String> environment) {
        storeUri = needed(environment, "MONGODB_URI");
        brokerUri = URI.create(needed(environment, "RABBITMQ_URI"));
        URI given = URI.create(needed(environment, "RABBITMQ_MANAGEMENT_URL"));
        management = URI.create(given.getScheme() + "://" + given.getHost() + ":" + given.getPort());
        managementAuthorization = "Basic "
                + Base64.getEncoder().encodeToString(given.getUserInfo().getBytes(StandardCharsets.UTF_8));
        store = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(storeUri))
                .applicationName("throughcare-benchmarks")
                .retryWrites(false)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new CannotMeasure(name + " is not set; \"./throughcare bench\" sets it from infra.");
        }
        return value;
    }

    String storeUri() {
        return storeUri;
    }

    MongoDatabase database(String name) {
        return store.getDatabase(name);
    }

    /** Databases whose names begin so belong to this run. */
    String own(String prefix) {
        prefixes.add(prefix);
        return prefix;
    }

    /** Makes a virtual host that only this run uses. */
    Vhost vhost(String name) {
        vhosts.add(name);
        String user = brokerUri.getUserInfo().split(":", 2)[0];
        manage("PUT", "/api/vhosts/" + name, Map.of("description", "benchmarks"));
        manage("PUT", "/api/permissions/" + name + "/" + user, Map.of("configure", ".*", "write", ".*", "read", ".*"));
        return new Vhost(
                name,
                "amqp://" + brokerUri.getUserInfo() + "@" + brokerUri.getHost() + ":" + brokerUri.getPort() + "/"
                        + name);
    }

    record Vhost(String name, String uri) {

        Connection connect() {
            try {
                ConnectionFactory factory = new ConnectionFactory();
                factory.setUri(uri);
                factory.setAutomaticRecoveryEnabled(false);
                return factory.newConnection("benchmarks");
            } catch (Exception failed) {
                throw new CannotMeasure("the broker does not answer: " + failed, failed);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** How many queues get what is published with this key. */
    int queuesHearing(Vhost vhost, String exchange, String key) {
        JsonNode bindings =
                manage("GET", "/api/exchanges/" + vhost.name() + "/" + exchange + "/bindings/source", Map.of());
        int count = 0;
        for (JsonNode each : bindings) {
            if (each.path("routing_key").asString("").equals(key)) {
                count++;
            }
        }
        return count;
    }

    String brokerVersion() {
        return "RabbitMQ "
                + manage("GET", "/api/overview", Map.of())
                        .path("rabbitmq_version")
                        .asString("?");
    }

    String storeVersion() {
        Document info = store.getDatabase("admin").runCommand(new Document("buildInfo", 1));
        Document ferret = info.get("ferretdb", Document.class);
        return ferret == null
                ? "MongoDB " + info.getString("version")
                : "FerretDB " + ferret.getString("version") + " (as MongoDB " + info.getString("version") + ")";
    }

    /** As the broker's management shows it: the partners' virtual host is provisioned through it. */
    String managementUri() {
        return management.getScheme() + "://"
                + new String(
                        Base64.getDecoder().decode(managementAuthorization.substring("Basic ".length())),
                        StandardCharsets.UTF_8)
                + "@" + management.getHost() + ":" + management.getPort();
    }

    /**
     * By a connection of its own: one that was kept the broker may have dropped meanwhile. By HTTP/1.1, since RabbitMQ 4.3 hangs up
     * on who offers to go on with HTTP/2.
     */
    private JsonNode manage(String method, String path, Map<String, String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(management.resolve(path))
                .header("Authorization", managementAuthorization)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new CannotMeasure(
                        "the broker's management answered " + method + " " + path + " with " + answer.statusCode());
            }
            return answer.body().isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(answer.body());
        } catch (IOException failed) {
            throw new CannotMeasure("the broker's management does not answer: " + failed, failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
    }

    /** Removes what this run made. */
    @Override
    public void close() {
        for (String name : vhosts) {
            tolerating("virtual host " + name, () -> manage("DELETE", "/api/vhosts/" + name, Map.of()));
        }
        vhosts.clear();
        tolerating("databases", () -> {
            List<String> names = store.listDatabaseNames().into(new ArrayList<>());
            for (String prefix : prefixes) {
                names.stream()
                        .filter(name -> name.startsWith(prefix + "_"))
                        .forEach(name -> store.getDatabase(name).drop());
            }
        });
        prefixes.clear();
        store.close();
    }

    private static void tolerating(String what, Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException failed) {
            System.err.println("bench: " + what + " could not be removed: " + failed.getMessage());
        }
    }
}
