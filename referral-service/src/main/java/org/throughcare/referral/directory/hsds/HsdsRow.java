package org.throughcare.referral.directory.hsds;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One row of one table: reads fields, and notes what is wrong with them instead of stopping. */
final class HsdsRow {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int LONGEST = 20_000;

    private final String table;
    private final int number;
    private final JsonNode node;
    private final List<HsdsFault> faults;
    private boolean sound = true;

    HsdsRow(String table, int number, JsonNode node, List<HsdsFault> faults) {
        this.table = table;
        this.number = number;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            fault("", "type", "A row is a JSON object.");
        }
    }

    boolean sound() {
        return sound;
    }

    void fault(String field, String rule, String detail) {
        sound = false;
        faults.add(new HsdsFault(table, number, field, rule, detail));
    }

    /** Fields that HSDS 3.0 does not have in this table are a mistake their sender wants to hear of. */
    void onlyKnows(Set<String> published) {
        node.propertyNames().stream()
                .filter(name -> !published.contains(name))
                .sorted()
                .forEach(name -> fault(name, "unknown-field", "HSDS 3.0 has no such field in " + table + "."));
    }

    @Nullable
    String text(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            fault(field, "type", "This field is text.");
            return null;
        }
        String text = value.stringValue();
        if (text.length() > LONGEST) {
            fault(field, "length", "Longer than " + LONGEST + " characters.");
            return null;
        }
        return text.isBlank() ? null : text.strip();
    }

    String required(String field) {
        int before = faults.size();
        String text = text(field);
        if (text == null) {
            if (faults.size() == before) {
                fault(field, "required", "HSDS 3.0 requires this field.");
            }
            return "";
        }
        return text;
    }

    @Nullable
    UUID id(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!UUID_TEXT.matcher(text).matches()) {
            fault(field, "uuid", "Ids are UUIDs in HSDS 3.0.");
            return null;
        }
        return UUID.fromString(text);
    }

    @Nullable
    UUID requiredId(String field) {
        int before = faults.size();
        UUID id = id(field);
        if (id == null && faults.size() == before) {
            fault(field, "required", "HSDS 3.0 requires this field.");
        }
        return id;
    }

    String oneOf(String field, Set<String> allowed) {
        String text = required(field);
        if (!text.isEmpty() && !allowed.contains(text)) {
            fault(
                    field,
                    "value",
                    "One of: " + String.join(", ", allowed.stream().sorted().toList()) + ".");
        }
        return text;
    }

    @Nullable
    String maybeOneOf(String field, Set<String> allowed) {
        return text(field) == null ? null : oneOf(field, allowed);
    }

    @Nullable
    LocalDate date(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            fault(field, "date", "A date is written like 2026-03-09.");
            return null;
        }
    }

    @Nullable
    Integer wholeNumber(String field, int least, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
            fault(field, "type", "This field is a whole number.");
            return null;
        }
        double number = value.doubleValue();
        if (number < least || number > most) {
            fault(field, "range", "Between " + least + " and " + most + ".");
            return null;
        }
        return (int) number;
    }

    /** A web address that a browser may open; anything else could run in it. */
    @Nullable
    String webAddress(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            String scheme = new URI(text).getScheme();
            if ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) {
                return text;
            }
        } catch (URISyntaxException notAnAddress) {
            // falls through to the fault: it is no web address either way
        }
        fault(field, "uri", "A web address begins with https:// or http://.");
        return null;
    }
}
