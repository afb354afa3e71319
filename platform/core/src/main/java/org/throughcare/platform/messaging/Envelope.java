package org.throughcare.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.Pending;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as it travels: CloudEvents 1.0 in structured JSON, with {@code revision}, {@code grantee}, {@code site},
 * {@code participant}, {@code actor} and {@code traceparent} as extension attributes, and in {@code data} what happened and the
 * aggregate's full public snapshot.
 */
public record Envelope(
        String id,
        String service,
        String event,
        int version,
        String aggregate,
        String aggregateId,
        long revision,
        String grantee,
        Instant time,
        String actor,
        String traceparent,
        @Nullable String participant,
        @Nullable String site,
        @Nullable JsonNode happened,
        JsonNode snapshot) {

    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final Pattern TYPE = Pattern.compile("org\\.throughcare\\.([a-z]+)\\.([a-z0-9-]+)\\.v([0-9]{1,4})");
    private static final String STATE = "-state";

    /** The message cannot be read as one of ours; says why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** The event of an outbox entry, or empty when the entry is for the journal alone. */
    static Optional<Envelope> of(String service, Pending pending) {
        Document entry = pending.entry();
        Document snapshot = entry.get("snapshot", Document.class);
        if (snapshot == null) {
            return Optional.empty();
        }
        return Optional.of(new Envelope(
                entry.getString("eventId"),
                service,
                entry.getString("event"),
                1,
                entry.getString("aggregate"),
                entry.getString("aggregateId"),
                entry.getLong("revision"),
                pending.grantee(),
                instant(entry, "time"),
                entry.getString("actor"),
                entry.getString("trace"),
                entry.getString("participant"),
                entry.getString("site"),
                Documents.tree(entry.get("happened", Document.class)),
                Documents.tree(snapshot)));
    }

    private static Instant instant(Document entry, String field) {
        Date date = entry.getDate(field);
        return date.toInstant();
    }

    /** Re-announcements tell where an aggregate stands, not what happened to it. */
    boolean isStateOnly() {
        return event.equals(aggregate + STATE);
    }

    static String stateEvent(String aggregate) {
        return aggregate + STATE;
    }

    String type() {
        return "org.throughcare." + service + "." + event + ".v" + version;
    }

    byte[] bytes() {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("specversion", "1.0")
                .put("id", id)
                .put("source", "/grantees/" + grantee + "/" + service)
                .put("type", type())
                .put("subject", aggregate + "/" + aggregateId)
                .put("time", time.toString())
                .put("datacontenttype", "application/json")
                .put(
                        "dataschema",
                        "https://throughcare.org/schemas/" + service + "/" + event + ".v" + version + ".json")
                .put("revision", revision)
                .put("grantee", grantee)
                .put("actor", actor)
                .put("traceparent", traceparent);
        if (participant != null) {
            node.put("participant", participant);
        }
        if (site != null) {
            node.put("site", site);
        }
        ObjectNode data = node.putObject("data");
        if (happened != null) {
            data.set("happened", happened);
        }
        data.set("snapshot", snapshot);
        return Json.mapper().writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    static Envelope parse(byte[] bytes) throws Unreadable {
        JsonNode node;
        try {
            node = Json.mapper().readTree(bytes);
        } catch (JacksonException notJson) {
            throw new Unreadable("not JSON" + seenAt(notJson));
        }
        if (!node.isObject()) {
            throw new Unreadable("not a JSON object");
        }
        Matcher type = TYPE.matcher(text(node, "type"));
        if (!type.matches()) {
            throw new Unreadable("type is not of the form org.throughcare.<service>.<event>.v<n>");
        }
        String[] subject = text(node, "subject").split("/", 2);
        if (subject.length != 2) {
            throw new Unreadable("subject is not <aggregate>/<id>");
        }
        JsonNode revision = node.path("revision");
        if (!revision.isIntegralNumber() || revision.longValue() < 1) {
            throw new Unreadable("revision is not a positive integer");
        }
        JsonNode snapshot = node.path("data").path("snapshot");
        if (!snapshot.isObject()) {
            throw new Unreadable("data.snapshot is not an object");
        }
        Instant time;
        try {
            time = Instant.parse(text(node, "time"));
        } catch (java.time.format.DateTimeParseException notAnInstant) {
            throw new Unreadable("time is not an instant");
        }
        JsonNode happened = node.path("data").path("happened");
        return new Envelope(
                text(node, "id"),
                type.group(1),
                type.group(2),
                Integer.parseInt(type.group(3)),
                subject[0],
                subject[1],
                revision.longValue(),
                text(node, "grantee"),
                time,
                text(node, "actor"),
                node.path("traceparent").asString(""),
                optional(node, "participant"),
                optional(node, "site"),
                happened.isObject() ? happened : null,
                snapshot);
    }

    /** Where, not what: a reason is written to the log and kept in the open. */
    private static String seenAt(JacksonException notJson) {
        TokenStreamLocation at = notJson.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : ", as seen at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String text(JsonNode node, String field) throws Unreadable {
        JsonNode value = node.path(field);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new Unreadable(field + " is missing");
        }
        return value.stringValue();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    Heard heard() {
        return new Heard(id, event, aggregateId, revision, time, new Actor(actor), participant, site, isStateOnly());
    }
}
