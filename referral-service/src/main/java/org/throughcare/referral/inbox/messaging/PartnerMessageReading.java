package org.throughcare.referral.inbox.messaging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.json.Json;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.inbox.PartnerSays;
import org.throughcare.referral.referral.Outcome;
import org.throughcare.referral.referral.RejectionReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a partner's message. Who sends it is known by the routing key and the broker's validated user id, never by what it says;
 * what it says must be a CloudEvent with no more in its data than is understood here.
 */
final class PartnerMessageReading {

    static final int LARGEST = 256 * 1024;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Set<String> ATTRIBUTES =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,20}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,20}");
    private static final Set<String> DATA = Set.of("referral", "note", "reason", "outcome");
    private static final int LONGEST_NOTE = 4_000;

    private final FieldCipher cipher;

    PartnerMessageReading(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Cannot be taken as it is; the reason is for the people who look at it. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }

    /** The partner's grantee is in scope. */
    PartnerSays read(PartnerAddress.Origin origin, @Nullable String userId, byte[] body, Instant now)
            throws Unreadable {
        if (userId != null && !userId.isEmpty() && !userId.equals(origin.from().user())) {
            throw new Unreadable("forged: it came under the key of another partner than its user's");
        }
        if (body.length > LARGEST) {
            throw new Unreadable("larger than " + LARGEST + " bytes");
        }
        JsonNode event = event(body);
        attributes(event, now);
        JsonNode data = event.path("data");
        if (!data.isObject()) {
            throw new Unreadable("data is not an object");
        }
        for (String name : data.propertyNames()) {
            if (!DATA.contains(name)) {
                throw new Unreadable("data." + named(name) + " is not known here");
            }
        }
        JsonNode outcome = data.path("outcome");
        return new PartnerSays(
                origin.from(),
                what(origin.event()),
                text(event, "id", 200),
                fingerprint(origin.event(), data),
                uuid(text(data, "referral", 36)),
                optional(data, "note", LONGEST_NOTE),
                one(RejectionReason.class, "data.reason", optional(data, "reason", 60)),
                outcome(outcome),
                outcomeOn(outcome));
    }

    private static JsonNode event(byte[] body) throws Unreadable {
        try {
            JsonNode event = Json.strict().readTree(body);
            if (event.isObject()) {
                return event;
            }
        } catch (JacksonException notJson) {
            throw new Unreadable("not JSON" + seenAt(notJson));
        }
        throw new Unreadable("not a JSON object");
    }

    /** Where, not what: a reason is written to the log. */
    private static String seenAt(JacksonException notJson) {
        return notJson.getLocation() == null || notJson.getLocation().getLineNr() < 1
                ? ""
                : ", as seen at line " + notJson.getLocation().getLineNr() + ", column "
                        + notJson.getLocation().getColumnNr();
    }

    private static void attributes(JsonNode event, Instant now) throws Unreadable {
        for (String name : event.propertyNames()) {
            boolean extension =
                    EXTENSION.matcher(name).matches() && event.path(name).isValueNode() && !name.equals("data");
            if (!ATTRIBUTES.contains(name) && !extension) {
                throw new Unreadable(named(name) + " is no attribute of a CloudEvent");
            }
        }
        if (!text(event, "specversion", 10).equals("1.0")) {
            throw new Unreadable("specversion is not 1.0");
        }
        text(event, "source", 500);
        text(event, "type", 200);
        String time = optional(event, "time", 60);
        if (time == null) {
            return;
        }
        try {
            if (OffsetDateTime.parse(time).toInstant().isAfter(now.plus(AHEAD))) {
                throw new Unreadable("time is in the future");
            }
        } catch (DateTimeException notATime) {
            throw new Unreadable("time is not written as RFC 3339 asks");
        }
    }

    private static PartnerSays.What what(String event) throws Unreadable {
        PartnerSays.What what = one(PartnerSays.What.class, "the routing key's event", event.toUpperCase(Locale.ROOT));
        if (what == null) {
            throw new Unreadable("the routing key names no event");
        }
        return what;
    }

    private static Outcome.@Nullable Kind outcome(JsonNode outcome) throws Unreadable {
        if (outcome.isMissingNode() || outcome.isNull()) {
            return null;
        }
        if (outcome.isString()) {
            return one(Outcome.Kind.class, "data.outcome", outcome.stringValue());
        }
        if (!outcome.isObject()) {
            throw new Unreadable("data.outcome is neither a word nor an object");
        }
        for (String name : outcome.propertyNames()) {
            if (!name.equals("kind") && !name.equals("on")) {
                throw new Unreadable("data.outcome." + named(name) + " is not known here");
            }
        }
        return one(Outcome.Kind.class, "data.outcome.kind", text(outcome, "kind", 60));
    }

    private static @Nullable LocalDate outcomeOn(JsonNode outcome) throws Unreadable {
        String on = outcome.isObject() ? optional(outcome, "on", 20) : null;
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (DateTimeException notADate) {
            throw new Unreadable("data.outcome.on is not a date like 2026-03-09");
        }
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String where, @Nullable String word)
            throws Unreadable {
        if (word == null) {
            return null;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw new Unreadable(where + " is not known here");
    }

    private static UUID uuid(String text) throws Unreadable {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // the same answer as for one that is cut short
        }
        throw new Unreadable("data.referral is not a referral's id");
    }

    private static String text(JsonNode node, String field, int longest) throws Unreadable {
        String text = optional(node, field, longest);
        if (text == null || text.isBlank()) {
            throw new Unreadable(field + " is missing");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String field, int longest) throws Unreadable {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Unreadable(field + " is not text");
        }
        if (value.stringValue().length() > longest) {
            throw new Unreadable(field + " is longer than " + longest + " characters");
        }
        return value.stringValue();
    }

    /** A reason is written to the log and kept in the open: it repeats what looks like a name, and nothing that was said. */
    private static String named(String field) {
        return NAME.matcher(field).matches() ? field : "a field";
    }

    /** Keyed: what a partner says is often a word or two, and could be found by trying. */
    private String fingerprint(String event, JsonNode data) {
        return cipher.fingerprint((event + "\n" + data).getBytes(StandardCharsets.UTF_8));
    }
}
