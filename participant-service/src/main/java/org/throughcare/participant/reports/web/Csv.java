package org.throughcare.participant.reports.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as CSV: a header of field names, then a line per row. */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    static <R extends Record> String of(Class<R> type, List<R> rows) {
        RecordComponent[] columns = type.getRecordComponents();
        List<String> header =
                Arrays.stream(columns).map(RecordComponent::getName).toList();
        Stream<List<String>> cells = rows.stream()
                .map(row -> Arrays.stream(columns).map(c -> cell(c, row)).toList());
        return lines(Stream.concat(Stream.of(header), cells));
    }

    /** Lines as they are, without a header. */
    static String lines(Stream<List<String>> lines) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static String cell(RecordComponent column, Record row) {
        try {
            column.getAccessor().setAccessible(true);
            @Nullable Object value = column.getAccessor().invoke(row);
            return value == null ? "" : value instanceof String text ? harmless(text) : value.toString();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's accessor failed", impossible);
        }
    }

    /** What a spreadsheet would run as a formula is given to it as text. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
