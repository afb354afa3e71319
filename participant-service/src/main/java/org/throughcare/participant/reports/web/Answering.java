package org.throughcare.participant.reports.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Rows as JSON, or as CSV to who asks for {@code text/csv}. */
public final class Answering {

    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Answering() {}

    public record Report<R extends Record>(String report, Instant asOf, List<R> rows) {}

    public static boolean wantsCsv(@Nullable String accept) {
        return accept != null && accept.contains("text/csv");
    }

    public static <R extends Record> ResponseEntity<Object> csv(String name, Class<R> type, List<R> rows) {
        return csv(name, Csv.of(type, rows));
    }

    public static ResponseEntity<Object> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(text);
    }
}
