package org.throughcare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.messaging.Catalogue;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Stores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's contract as its code makes it: catalogue, a JSON Schema per event, AsyncAPI 3 and OpenAPI 3.1. What is committed
 * in {@code contract/} must be the same; {@code -Dthroughcare.contract=write} writes it.
 */
public final class Contract {

    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Map<String, String> files = new TreeMap<>();

    private Contract() {}

    /** Works the contract out from a running service. */
    public static Contract of(RunningService running) {
        Contract contract = new Contract();
        String service = running.bean(Settings.class).service();
        List<AggregateType<?>> types = new ArrayList<>();
        running.bean(Stores.class).aggregates().forEach(each -> types.add(each.type()));
        List<Subscription<?>> subscriptions = new ArrayList<>();
        running.context()
                .getBeanProvider(Subscription.class)
                .forEach(each -> subscriptions.add((Subscription<?>) each));
        contract.add("catalogue.json", Json.mapper().valueToTree(Catalogue.entryOf(service, types, subscriptions)));
        ObjectNode asyncApi = asyncApi(service);
        for (AggregateType<?> type : types) {
            if (type.announces()) {
                for (Class<? extends Happened> kind : type.kindsOfHappening()) {
                    String event = Happened.wireName(kind);
                    contract.add("schemas/" + event + ".v1.json", eventSchema(service, event, kind, type));
                    describe(asyncApi, service, type.name(), event);
                }
            }
        }
        contract.add("asyncapi.json", asyncApi);
        contract.add("openapi.json", openApi(running));
        return contract;
    }

    private static ObjectNode eventSchema(
            String service, String event, Class<? extends Happened> kind, AggregateType<?> type) {
        ObjectNode schema = Json.mapper().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "https://throughcare.org/schemas/" + service + "/" + event + ".v1.json")
                .put("title", "data of org.throughcare." + service + "." + event + ".v1")
                .put("type", "object");
        schema.putArray("required").add("happened").add("snapshot");
        ObjectNode properties = schema.putObject("properties");
        properties.set("happened", Schemas.of(kind));
        properties.set("snapshot", Schemas.of(type.snapshotType()));
        return schema;
    }

    private static ObjectNode asyncApi(String service) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("asyncapi", "3.0.0");
        node.putObject("info")
                .put("title", "Events of " + service + "-service")
                .put("version", "1")
                .put("description", "CloudEvents 1.0, structured JSON, on the topic exchange throughcare.events");
        node.putObject("channels");
        node.putObject("operations");
        node.putObject("components").putObject("messages");
        return node;
    }

    private static void describe(ObjectNode asyncApi, String service, String aggregate, String event) {
        ObjectNode channel = asyncApi.withObject("channels").putObject(event);
        channel.put("address", service + "." + event + ".v1.{grantee}");
        channel.putObject("parameters").putObject("grantee").put("description", "the grantee's id");
        channel.putObject("messages").putObject(event).put("$ref", "#/components/messages/" + event);
        ObjectNode binding = channel.putObject("bindings").putObject("amqp");
        binding.put("is", "routingKey").put("bindingVersion", "0.3.0");
        binding.putObject("exchange")
                .put("name", "throughcare.events")
                .put("type", "topic")
                .put("durable", true)
                .put("autoDelete", false);
        ObjectNode operation = asyncApi.withObject("operations").putObject("announce-" + event);
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + event);
        ObjectNode message =
                asyncApi.withObject("components").withObject("messages").putObject(event);
        message.put("name", "org.throughcare." + service + "." + event + ".v1")
                .put("title", event.replace('-', ' ') + " (" + aggregate + ")")
                .put("contentType", "application/cloudevents+json");
        message.putObject("payload")
                .put("type", "object")
                .putObject("properties")
                .putObject("data")
                .put("$ref", "schemas/" + event + ".v1.json");
    }

    private static JsonNode openApi(RunningService running) {
        RunningService.Answer answer = running.ask("GET", "/v3/api-docs", null, null);
        if (answer.status() != 200) {
            throw new AssertionError("/v3/api-docs answered " + answer.status() + ": "
                    + answer.http().body());
        }
        ObjectNode api = (ObjectNode) answer.json();
        api.remove("servers");
        requireWords(api);
        return api;
    }

    /** A reader who has the description alone finds what each path is for, under a name that no other path has. */
    private static void requireWords(JsonNode api) {
        List<String> silent = new ArrayList<>();
        Map<String, String> named = new TreeMap<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String route = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    if (operation.getValue().path("summary").asString("").isEmpty()) {
                        silent.add(route + " says nothing: write its Javadoc");
                    }
                    String id = operation.getValue().path("operationId").asString("");
                    String other = named.put(id, route);
                    if (other != null) {
                        silent.add(route + " and " + other + " are both called " + id);
                    }
                }));
        api.path("components").path("schemas").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.indexOf('.') >= 0)
                .forEach(name -> silent.add(name + " is a name of the code"));
        if (!silent.isEmpty()) {
            throw new AssertionError(String.join("\n", silent));
        }
    }

    private void add(String file, JsonNode content) {
        files.put(file, PRETTY.writeValueAsString(sorted(PRETTY, content)) + "\n");
    }

    private static JsonNode sorted(ObjectMapper mapper, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = mapper.createObjectNode();
            Map<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
            fields.forEach((key, value) -> sorted.set(key, sorted(mapper, value)));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode sorted = mapper.createArrayNode();
            array.forEach(each -> sorted.add(sorted(mapper, each)));
            return sorted;
        }
        return node;
    }

    /**
     * Compares with what is committed, or writes it.
     *
     * @param directory the service's {@code contract/}
     * @throws AssertionError naming the files that differ
     */
    public void check(Path directory) {
        try {
            if ("write".equals(System.getProperty("throughcare.contract"))) {
                write(directory);
                return;
            }
            List<String> different = new ArrayList<>();
            for (Map.Entry<String, String> each : files.entrySet()) {
                Path file = directory.resolve(each.getKey());
                if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
                    different.add(each.getKey());
                }
            }
            Path schemas = directory.resolve("schemas");
            if (Files.isDirectory(schemas)) {
                try (Stream<Path> committed = Files.list(schemas)) {
                    committed
                            .map(each -> "schemas/" + each.getFileName())
                            .filter(each -> !files.containsKey(each))
                            .forEach(different::add);
                }
            }
            if (!different.isEmpty()) {
                throw new AssertionError("the contract no longer says what the code does: " + different
                        + "; look at the difference and, if it is meant, run with -Dthroughcare.contract=write");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(Path directory) throws IOException {
        Path schemas = directory.resolve("schemas");
        Files.createDirectories(schemas);
        try (Stream<Path> old = Files.list(schemas)) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
        for (Map.Entry<String, String> each : files.entrySet()) {
            Files.writeString(directory.resolve(each.getKey()), each.getValue());
        }
    }
}
