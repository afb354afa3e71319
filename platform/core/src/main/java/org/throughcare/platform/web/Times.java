package org.throughcare.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneRulesException;

/** Dates and times as the API takes them: nothing is guessed, nothing is rounded to a valid day. */
final class Times {

    static final String DATE = "a date as YYYY-MM-DD";
    static final String INSTANT = "a time with its offset, e.g. 2026-03-01T09:30:00-06:00 or 2026-03-01T15:30:00Z";
    static final String ZONE = "a time zone by its IANA name, e.g. America/Chicago";

    private static final DateTimeFormatter STRICT_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter STRICT_TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /** @throws DateTimeException when it is not {@link #DATE} */
    static LocalDate date(String text) {
        LocalDate parsed = LocalDate.parse(text, STRICT_DATE);
        if (parsed.getYear() < 1 || parsed.getYear() > LAST_YEAR) {
            throw new DateTimeParseException("outside the years 1 to 9999", text, 0);
        }
        return parsed;
    }

    /** @throws DateTimeException when it is not {@link #INSTANT} */
    static Instant instant(String text) {
        OffsetDateTime parsed = OffsetDateTime.parse(text, STRICT_TIME);
        if (parsed.getYear() < 1 || parsed.getYear() > LAST_YEAR) {
            throw new DateTimeParseException("outside the years 1 to 9999", text, 0);
        }
        return parsed.toInstant();
    }

    /** @throws DateTimeException when it is not {@link #ZONE} */
    static ZoneId zone(String text) {
        if (!text.contains("/") && !text.equals("UTC")) {
            throw new ZoneRulesException("not a region: " + text);
        }
        return ZoneId.of(text);
    }
}
