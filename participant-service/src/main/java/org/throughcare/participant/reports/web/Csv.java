package org.throughcare.participant.reports.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV: a header of field names, then a line per row. Who gave the stream closes it. */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    static <R extends Record> void write(Class<R> type, Iterator<List<R>> rows, OutputStream out) throws IOException {
        RecordComponent[] columns = type.getRecordComponents();
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(Arrays.stream(columns).map(RecordComponent::getName).toList());
        while (rows.hasNext()) {
            for (R row : rows.next()) {
                csv.writeRecord(Arrays.stream(columns).map(c -> cell(c, row)).toList());
            }
        }
        csv.flush();
    }

    /** Lines as they are, without a header. */
    static void write(Iterator<List<List<String>>> lines, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        while (lines.hasNext()) {
            lines.next().forEach(csv::writeRecord);
        }
        csv.flush();
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
