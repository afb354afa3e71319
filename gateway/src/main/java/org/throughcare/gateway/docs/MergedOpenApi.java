package org.throughcare.gateway.docs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the descriptions of several services into one: paths with their prefix, components under their own names unless two
 * services mean different things by one name, in which case the later one's is prefixed with the service.
 */
final class MergedOpenApi {

    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> NOT_FOR_THE_PUBLIC = Set.of("/operations", "/actuator");

    private final ObjectNode merged;
    private final ArrayNode lacking;

    MergedOpenApi(JsonMapper json, String version) {
        merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Throughcare")
                .put("description", "Support that starts inside and does not stop at the gate.")
                .put("version", version);
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components");
        lacking = json.createArrayNode();
    }

    /** @param prefix before every path, e.g. {@code /api/notes}; empty for the gateway's own */
    void add(String service, String prefix, JsonNode description) {
        ObjectNode own = (ObjectNode) description.deepCopy();
        Map<String, String> renamed = addComponents(service, own);
        rename(own, renamed);
        renamed.forEach((from, to) -> move(own, from, to));
        copyComponents(own);
        ((ArrayNode) merged.get("tags")).addObject().put("name", service);
        ObjectNode paths = (ObjectNode) merged.get("paths");
        own.path("paths").properties().forEach(path -> {
            if (NOT_FOR_THE_PUBLIC.stream().noneMatch(path.getKey()::startsWith)) {
                paths.set(prefix + path.getKey(), tagged(service, path.getValue()));
            }
        });
    }

    void lacks(String service, String why) {
        lacking.addObject().put("service", service + "-service").put("why", why);
    }

    ObjectNode whole() {
        merged.set("x-missing", lacking);
        return merged;
    }

    /** Names of this description's components that are taken already by something else. */
    private Map<String, String> addComponents(String service, ObjectNode own) {
        Map<String, String> renamed = new LinkedHashMap<>();
        own.path("components")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    JsonNode taken =
                            merged.path("components").path(kind.getKey()).path(component.getKey());
                    if (!taken.isMissingNode() && !taken.equals(component.getValue())) {
                        String from = kind.getKey() + "/" + component.getKey();
                        renamed.put(from, kind.getKey() + "/" + capital(service) + component.getKey());
                    }
                }));
        return renamed;
    }

    private static void move(ObjectNode own, String from, String to) {
        String kind = from.substring(0, from.indexOf('/'));
        ObjectNode components = (ObjectNode) own.path("components").path(kind);
        JsonNode moved = components.remove(from.substring(kind.length() + 1));
        if (moved != null) {
            components.set(to.substring(kind.length() + 1), moved);
        }
    }

    private void copyComponents(ObjectNode own) {
        ObjectNode components = (ObjectNode) merged.get("components");
        own.path("components").properties().forEach(kind -> {
            ObjectNode into = components.withObject("/" + kind.getKey());
            kind.getValue().properties().forEach(component -> into.set(component.getKey(), component.getValue()));
        });
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            @Nullable String target = renamed.get(referred(object));
            if (target != null) {
                object.put(REFERENCE, COMPONENTS + target);
            }
        }
        node.forEach(inner -> rename(inner, renamed));
    }

    private static String referred(ObjectNode object) {
        String reference = object.path(REFERENCE).asString("");
        return reference.startsWith(COMPONENTS) ? reference.substring(COMPONENTS.length()) : "";
    }

    private static JsonNode tagged(String service, JsonNode path) {
        path.forEach(operation -> {
            if (operation instanceof ObjectNode described) {
                described.putArray("tags").add(service);
                String id = described.path("operationId").asString("");
                if (!id.isEmpty()) {
                    described.put("operationId", service + capital(id));
                }
            }
        });
        return path;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
