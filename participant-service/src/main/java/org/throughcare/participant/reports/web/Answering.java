package org.throughcare.participant.reports.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.web.Streamed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** Rows as JSON, or as CSV to who asks for {@code text/csv}; written site by site, so that no answer is held whole. */
public final class Answering {

    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final ObjectWriter ROWS =
            Json.mapper().writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private Answering() {}

    public static boolean wantsCsv(@Nullable String accept) {
        return accept != null && accept.contains("text/csv");
    }

    /** {@code {report, asOf, rows: […]}}, or a CSV file of that name. */
    static <R extends Record> ResponseEntity<Object> rows(
            String report, Instant asOf, Class<R> type, @Nullable String accept, InTurn<R> rows) {
        return wantsCsv(accept)
                ? csv(report, type, rows)
                : json(out -> {
                    JsonGenerator json = object(out);
                    json.writeStringProperty("report", report);
                    json.writePOJOProperty("asOf", asOf);
                    array(json, "rows", rows.iterator());
                    end(json);
                });
    }

    public static <R extends Record> ResponseEntity<Object> csv(String name, Class<R> type, Iterable<List<R>> rows) {
        return csv(name, out -> Csv.write(type, rows.iterator(), out));
    }

    static ResponseEntity<Object> csv(String name, Streamed body) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(body);
    }

    static ResponseEntity<Object> json(Streamed body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** Flushed by nobody but {@link #end}, and never closed: closing ends what is open as if the rest had come. */
    static JsonGenerator object(OutputStream out) {
        JsonGenerator json = ROWS.createGenerator(out);
        json.writeStartObject();
        return json;
    }

    static void array(JsonGenerator json, String name, Iterator<? extends List<?>> elements) {
        json.writeName(name);
        json.writeStartArray();
        while (elements.hasNext()) {
            elements.next().forEach(json::writePOJO);
        }
        json.writeEndArray();
    }

    static void end(JsonGenerator json) {
        json.writeEndObject();
        json.flush();
    }
}
