package org.throughcare.acceptance.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
public record Answer(String asked, int status, String etag, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws NotAsExpected when it is not a 2xx, with what was said instead */
    public Answer ok() {
        if (status / 100 != 2) {
            throw new NotAsExpected(asked + " answered " + status + ": " + body);
        }
        return this;
    }

    /** @throws NotAsExpected when it is any other status */
    public Answer is(int expected) {
        if (status != expected) {
            throw new NotAsExpected(asked + " answered " + status + " instead of " + expected + ": " + body);
        }
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new NotAsExpected(asked + " answered something that is not JSON: " + body);
        }
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    /** The rows of a list, whether it is the whole answer or one of its fields. */
    public List<JsonNode> rows() {
        JsonNode node = json();
        if (!node.isArray()) {
            for (JsonNode each : node) {
                if (each.isArray()) {
                    node = each;
                    break;
                }
            }
        }
        List<JsonNode> rows = new ArrayList<>();
        node.forEach(rows::add);
        return rows;
    }

    public List<JsonNode> rows(Predicate<JsonNode> those) {
        return rows().stream().filter(those).toList();
    }
}
