package org.throughcare.testing;

import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.messaging.Consumers;
import org.throughcare.platform.messaging.Topology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One service, really started on a port of its own, on {@link TestParts}, with an issuer that makes tokens for its callers and a
 * stub in the place of the other services. Databases have a random prefix, so that runs do not meet. Queues do not: one
 * instance of a service at a time per broker.
 */
public final class RunningService implements AutoCloseable {

    public static final String GRANTEE = "three-rivers";
    public static final String OTHER_GRANTEE = "lake-county";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final TestIssuer issuer = new TestIssuer();
    private final StubOwner owners = new StubOwner();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    /**
     * @param application the service's application class
     * @param configName the name of its configuration file without ending, e.g. {@code notes-service}
     * @param more further settings, {@code --name=value}
     */
    public RunningService(Class<?> application, String configName, String... more) {
        String prefix =
                "t" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--throughcare.store-uri=" + TestParts.storeUri(),
                "--throughcare.broker-uri=" + TestParts.brokerUri(),
                "--throughcare.database-prefix=" + prefix,
                "--throughcare.grantees[0].id=" + GRANTEE,
                "--throughcare.grantees[1].id=" + OTHER_GRANTEE,
                "--throughcare.security.issuers=" + issuer.uri(),
                "--throughcare.security.token-uri=" + issuer.uri() + "/token",
                "--throughcare.security.client-secret=of-the-tests",
                "--throughcare.cipher.key-encryption-key=" + KEY,
                "--throughcare.demo-clock=true",
                "--throughcare.owners.participant=" + owners.uri(),
                "--throughcare.owners.notes=" + owners.uri(),
                "--throughcare.owners.scheduling=" + owners.uri(),
                "--throughcare.owners.referral=" + owners.uri(),
                "--logging.level.de.bwaldvogel=warn",
                "--logging.level.io.netty=warn",
                "--logging.level.qpid=warn",
                "--logging.level.org.apache.qpid=warn"));
        settings.addAll(Arrays.asList(more));
        context = new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + configName, "spring.main.banner-mode=off")
                .run(settings.toArray(String[]::new));
        // What is published before its queue is declared goes nowhere
        await().atMost(Duration.ofMinutes(1))
                .until(() -> bean(Consumers.class).queued().isPresent());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    /** The other services, as far as this test lets them answer. */
    public StubOwner owners() {
        return owners;
    }

    public String uri() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** An answer, read as JSON where it is. */
    public record Answer(int status, HttpResponse<String> http) {

        public JsonNode json() {
            return Json.mapper().readTree(http.body());
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** The problem's slug, e.g. {@code invalid-request}. */
        public String problem() {
            return json().path("type").asString("").replace("https://throughcare.org/problems/", "");
        }
    }

    public Answer get(String path, String token, String... headers) {
        return ask("GET", path, token, null, headers);
    }

    public Answer put(String path, String token, @Nullable Object body, String... headers) {
        return ask("PUT", path, token, body, headers);
    }

    /** A POST with an Idempotency-Key of its own, unless one is among the headers. */
    public Answer post(String path, String token, @Nullable Object body, String... headers) {
        if (Arrays.asList(headers).contains("Idempotency-Key")) {
            return ask("POST", path, token, body, headers);
        }
        String[] keyed = Arrays.copyOf(headers, headers.length + 2);
        keyed[headers.length] = "Idempotency-Key";
        keyed[headers.length + 1] = UUID.randomUUID().toString();
        return ask("POST", path, token, body, keyed);
    }

    /**
     * @param body text is sent as it is, anything else as JSON
     * @param headers names and values in turn
     */
    public Answer ask(String method, String path, @Nullable String token, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri() + path));
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                                body instanceof String text
                                        ? text
                                        : Json.mapper().writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /**
     * Announces something as another service would.
     *
     * @param happened wire name, e.g. {@code release-recorded}
     * @param snapshot the public snapshot, as JSON text or as a record
     */
    public void hears(
            String service,
            String aggregate,
            String happened,
            String id,
            long revision,
            @Nullable String participant,
            @Nullable String site,
            Object snapshot) {
        ObjectNode event = Json.mapper().createObjectNode();
        event.put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/grantees/" + GRANTEE + "/" + service)
                .put("type", "org.throughcare." + service + "." + happened + ".v1")
                .put("subject", aggregate + "/" + id)
                .put("time", Instant.now().toString())
                .put("revision", revision)
                .put("grantee", GRANTEE)
                .put("actor", "system:" + service)
                .put("traceparent", "");
        if (participant != null) {
            event.put("participant", participant);
        }
        if (site != null) {
            event.put("site", site);
        }
        JsonNode tree = snapshot instanceof String text
                ? Json.mapper().readTree(text)
                : Json.mapper().valueToTree(snapshot);
        ObjectNode data = event.putObject("data");
        data.putObject("happened");
        data.set("snapshot", tree);
        publish(Topology.EVENTS, Topology.routingKey(service, happened, GRANTEE), event.toString());
    }

    public void publish(String exchange, String routingKey, String body) {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(TestParts.brokerUri());
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.basicPublish(
                        exchange,
                        routingKey,
                        new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
                        body.getBytes(StandardCharsets.UTF_8));
                channel.waitForConfirmsOrDie(5_000);
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
        owners.close();
        issuer.close();
    }
}
