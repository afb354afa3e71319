package org.throughcare.acceptance.badinput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service's OpenAPI description: its operations, and bodies that fit their schemas. */
public final class Description {

    private static final int DEEPEST = 8;

    /** A body that is read as a tree: what it may hold is not for a schema to say. */
    private static final String ANY_JSON = "/JsonNode";

    private static final String ZONE = "zone";

    /** Where nobody has to be signed in yet, or any more. */
    private static final Set<String> OPEN_AT_THE_EDGE = Set.of(
            "GET /sign-in",
            "GET /sign-in/callback",
            "POST /sign-in/back-channel-logout",
            "GET /session",
            "POST /sign-out",
            "GET /status",
            "GET /demo/clock",
            "POST /demo/clock");

    private final JsonNode api;

    public Description(String openApi) {
        this.api = JsonMapper.shared().readTree(openApi);
    }

    /** @param in path, query or header */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * @param body the schema of the JSON body; null when there is none
     * @param otherBody whether it takes a body that is not JSON, which nothing here knows how to spoil
     */
    public record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body,
            boolean otherBody) {

        public boolean needs(String header) {
            return parameters.stream()
                    .anyMatch(each -> each.in().equals("header") && each.name().equals(header) && each.required());
        }

        public List<Parameter> in(String where) {
            return parameters.stream().filter(each -> each.in().equals(where)).toList();
        }

        public boolean isPublic() {
            return path.contains("{secret}") || OPEN_AT_THE_EDGE.contains(method + " " + path);
        }

        /** Answers for as long as somebody listens. */
        public boolean isStream() {
            return path.endsWith("/stream");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            if (!Routes.isOurs(path.getKey())) {
                continue;
            }
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                List<Parameter> parameters = new ArrayList<>();
                for (JsonNode each : method.getValue().path("parameters")) {
                    parameters.add(new Parameter(
                            each.path("name").asString(""),
                            each.path("in").asString(""),
                            each.path("required").asBoolean(false),
                            each.path("schema")));
                }
                JsonNode body = method.getValue().at("/requestBody/content/application~1json/schema");
                operations.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        parameters,
                        body.isMissingNode() ? null : body,
                        body.isMissingNode() && method.getValue().has("requestBody")));
            }
        }
        return operations;
    }

    /** Method and path of each operation, as {@code GET /notes/{id}}. */
    public Set<String> routes() {
        return new TreeSet<>(operations().stream().map(Operation::toString).toList());
    }

    /** The fields of an object schema, with where it is composed; empty for anything else. */
    Map<String, JsonNode> fields(JsonNode schema) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (schema.path("$ref").asString("").endsWith(ANY_JSON)) {
            return fields;
        }
        JsonNode at = resolved(schema);
        at.path("allOf").forEach(each -> fields.putAll(fields(each)));
        at.path("properties").properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
        return fields;
    }

    /** What a list has in its rows; anything else is itself. */
    JsonNode element(JsonNode schema) {
        return type(schema).equals("array") ? resolved(schema).path("items") : schema;
    }

    /** Something that reads as this schema, with every field. */
    public JsonNode example(JsonNode schema) {
        return example(schema, 0);
    }

    private JsonNode example(JsonNode schema, int depth) {
        JsonNode at = resolved(schema);
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (at.has("enum")) {
            return at.path("enum").get(0);
        }
        return switch (type(at)) {
            case "string" -> json.stringNode(text(at));
            case "integer" -> json.numberNode(Math.max(1, at.path("minimum").asLong(1)));
            case "number" -> json.numberNode(1);
            case "boolean" -> json.booleanNode(true);
            case "array" ->
                depth > DEEPEST ? json.arrayNode() : json.arrayNode().add(example(at.path("items"), depth + 1));
            default -> {
                ObjectNode object = json.objectNode();
                if (depth <= DEEPEST) {
                    fields(at)
                            .forEach((name, each) -> object.set(
                                    name,
                                    isZone(name, each)
                                            ? json.stringNode("America/Chicago")
                                            : example(each, depth + 1)));
                }
                yield object;
            }
        };
    }

    private static String text(JsonNode at) {
        return switch (at.path("format").asString("")) {
            case "uuid" -> "0190aaaa-0000-7000-8000-00000000f00d";
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T09:30:00-06:00";
            case "time-local" -> "09:00";
            case "email" -> "someone@example.org";
            case "uri" -> "https://example.org/here";
            default -> "x".repeat(Math.max(1, at.path("minLength").asInt(1)));
        };
    }

    boolean isZone(String name, JsonNode schema) {
        return name.equals(ZONE) && type(schema).equals("string");
    }

    String type(JsonNode schema) {
        JsonNode type = resolved(schema).path("type");
        return type.isArray() ? type.get(0).asString("") : type.asString("");
    }

    String format(JsonNode schema) {
        return resolved(schema).path("format").asString("");
    }

    boolean isEnum(JsonNode schema) {
        return resolved(schema).has("enum");
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(api.at(reference.substring(1)));
    }
}
