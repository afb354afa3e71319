package org.throughcare.gateway.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads services' lists and times leniently: a screen is not where a contract is checked. */
final class Rows {

    private Rows() {}

    /** The rows of a list answer: the array itself, or the first array in its envelope. */
    static List<JsonNode> of(@Nullable JsonNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        if (answer == null) {
            return rows;
        }
        if (answer.isArray()) {
            answer.forEach(rows::add);
            return rows;
        }
        for (JsonNode inside : answer) {
            if (inside.isArray()) {
                inside.forEach(rows::add);
                return rows;
            }
        }
        return rows;
    }

    static List<JsonNode> those(@Nullable JsonNode answer, Predicate<JsonNode> wanted) {
        return of(answer).stream().filter(wanted).toList();
    }

    static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    /** The first of the fields that holds an instant or a date; a date counts as its last moment, in UTC. */
    static Optional<Instant> time(JsonNode row, String... fields) {
        for (String field : fields) {
            Optional<Instant> time = time(text(row, field));
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusSeconds(1)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
