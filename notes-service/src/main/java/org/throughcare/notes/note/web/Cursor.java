package org.throughcare.notes.note.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.throughcare.notes.note.Timeline;
import org.throughcare.platform.web.ProblemException;

/** Where a page ended, in a form that callers pass on and do not read. */
final class Cursor {

    private Cursor() {}

    static String of(Timeline.After after) {
        String plain = after.occurredAt().toEpochMilli() + " " + after.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Timeline.After read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new Timeline.After(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    UUID.fromString(parts[1]).toString());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException notOurs) {
            throw ProblemException.invalid("cursor", "format", "This is not a cursor that was given out here.");
        }
    }
}
