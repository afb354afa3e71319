package org.throughcare.participant.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsvTest {

    record Row(String name, @Nullable LocalDate on, int days) {}

    @Test
    @DisplayName("L23 CSV has a header, quotes what needs quotes, leaves absent values empty and defuses formulas")
    void csv() throws IOException {
        List<List<Row>> sites = List.of(
                List.of(new Row("Berg, Ann", LocalDate.of(2026, 1, 5), -3)),
                List.of(),
                List.of(new Row("=1+1", null, 0)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(Row.class, sites.iterator(), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("name,on,days", "\"Berg, Ann\",2026-01-05,-3", "'=1+1,,0");
    }
}
