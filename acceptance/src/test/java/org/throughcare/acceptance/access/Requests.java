package org.throughcare.acceptance.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.badinput.Asking;
import org.throughcare.acceptance.badinput.Description;
import org.throughcare.acceptance.badinput.Description.Operation;
import org.throughcare.acceptance.badinput.Description.Parameter;
import org.throughcare.acceptance.process.Fleet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One good request for each operation, about something that exists, and that would still do nothing: it is said to be of a revision
 * that has never been. So each caller can ask the same thing, in any order.
 */
final class Requests {

    private static final String NEVER = "\"999999\"";

    /** What a path's first parameter is, by how the path begins. */
    private static final Map<String, String> FIRST = Map.ofEntries(
            Map.entry("/api/people/", "participant"),
            Map.entry("/participants/", "participant"),
            Map.entry("/staff/", "colleague"),
            Map.entry("/workers/", "own"),
            Map.entry("/sites/", "site"),
            Map.entry("/consents/", "consent"),
            Map.entry("/notes/", "note"),
            Map.entry("/searches/", "search"),
            Map.entry("/appointments/", "appointment"),
            Map.entry("/groups/", "group"),
            Map.entry("/tasks/", "task"),
            Map.entry("/referrals/", "referral"),
            Map.entry("/partner/referrals/", "referral"),
            Map.entry("/partners/", "partner"),
            Map.entry("/budgets/", "budget"),
            Map.entry("/unmet-needs/", "need"),
            Map.entry("/policies/", "policy"),
            Map.entry("/directory/services/", "listing"));

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("participant", "participant"),
            Map.entry("site", "site"),
            Map.entry("recipient", "partner"),
            Map.entry("partner", "partner"),
            Map.entry("line", "line"),
            Map.entry("session", "session"),
            Map.entry("release", "release"),
            Map.entry("goal", "goal"),
            Map.entry("service", "service"),
            Map.entry("placement", "placement"),
            Map.entry("worker", "own"),
            Map.entry("staff", "own"));

    private final Belongings belongings;
    private final Map<String, Object> bodies = new HashMap<>();

    Requests(Belongings belongings) {
        this.belongings = belongings;
        Instant start = Instant.now().plus(Duration.ofDays(8));
        // What is there already: taking it in again changes nothing.
        bodies.put("POST /directory/imports", Bodies.directory());
        Map<String, Object> note = belongings.bodies().note("never kept");
        bodies.put("PUT /notes/{id}", note);
        bodies.put(
                "POST /notes/batch",
                Map.of(
                        "items",
                        List.of(Map.of(
                                "clientId",
                                belongings.id("note"),
                                "idempotencyKey",
                                belongings.id("never"),
                                "note",
                                note,
                                "revision",
                                999_999,
                                "sign",
                                false))));
        bodies.put("POST /participants/{id}/assessment/parts", Bodies.interview());
        bodies.put("PUT /workers/{worker}/availability", belongings.bodies().hours());
        bodies.put("PUT /appointments/{id}", belongings.bodies().booking(start));
        bodies.put("PUT /groups/{id}", belongings.bodies().group(start));
        bodies.put("PUT /referrals/{id}", belongings.bodies().referralBody("background never kept"));
        bodies.put("PUT /budgets/{id}", belongings.bodies().budget());
        bodies.put("POST /budgets/{budget}/requests", belongings.bodies().money());
    }

    Asking asking(Description description, String base, Operation operation) {
        String address = base + path(operation) + query(description, operation);
        Asking asking = new Asking(operation.method(), address).with("Throughcare-Grantee", Fleet.GRANTEE);
        if (!operation.method().equals("GET")) {
            asking.with("Idempotency-Key", UUID.randomUUID().toString()).with("If-Match", NEVER);
        }
        JsonNode schema = operation.body();
        return schema == null ? asking : asking.json(body(description, operation, schema));
    }

    private String body(Description description, Operation operation, JsonNode schema) {
        Object known = bodies.get(operation.toString());
        if (known != null) {
            return Bodies.json(known);
        }
        JsonNode example = description.example(schema);
        if (example instanceof ObjectNode object) {
            real(object);
        }
        return JsonMapper.shared().writeValueAsString(example);
    }

    /** Ids that exist, where a field says what it is of. */
    private void real(ObjectNode object) {
        for (String name : object.propertyNames().toArray(String[]::new)) {
            String of = name.equals("id") ? null : BY_NAME.get(name);
            if (of != null && object.path(name).isString()) {
                object.put(name, belongings.id(of));
            }
        }
    }

    private String path(Operation operation) {
        String path = operation.path();
        int first = path.indexOf('{');
        for (Parameter each : operation.in("path")) {
            String parameter = "{" + each.name() + "}";
            String of = operation.path().indexOf(parameter) == first
                    ? FIRST.getOrDefault(operation.path().substring(0, first), each.name())
                    : BY_NAME.getOrDefault(each.name(), "any");
            path = path.replace(
                    parameter, Objects.requireNonNullElseGet(word(operation, each), () -> belongings.id(of)));
        }
        return path;
    }

    /** What is no id, or must not be one that could come to be. */
    private static @Nullable String word(Operation operation, Parameter parameter) {
        return switch (parameter.name()) {
            case "consumer" -> "nobody";
            case "programme" -> "LEAP";
            case "version" -> "1";
            default -> operation.path().startsWith("/operations/grantees") ? "NOBODY" : null;
        };
    }

    private String query(Description description, Operation operation) {
        StringBuilder query = new StringBuilder();
        for (Parameter each : operation.in("query")) {
            if (each.required() || each.name().equals("site")) {
                JsonNode example = description.example(each.schema());
                String fitting = example.isArray() ? example.get(0).asString("") : example.asString("x");
                if (each.name().equals("to")) {
                    fitting = "2026-03-03T09:30:00-06:00";
                }
                String of = BY_NAME.get(each.name());
                query.append(query.isEmpty() ? '?' : '&')
                        .append(each.name())
                        .append('=')
                        .append(URLEncoder.encode(of == null ? fitting : belongings.id(of), StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }
}
