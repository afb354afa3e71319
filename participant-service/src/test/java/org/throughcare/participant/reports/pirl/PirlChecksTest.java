package org.throughcare.participant.reports.pirl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.enrolment.CatalogueEntry;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Exit;
import org.throughcare.participant.enrolment.FundSource;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.json.Json;

class PirlChecksTest {

    private static final LocalDate ENTRY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final PirlSchema SCHEMA = schema();

    private static PirlSchema schema() {
        try (InputStream in = PirlChecksTest.class.getResourceAsStream("/reports/pirl-2025.json")) {
            return Json.strict().readValue(Objects.requireNonNull(in), PirlSchema.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ParticipationFacts facts(String number, LocalDate entry, @Nullable LocalDate exit) {
        EnrolmentSnapshot.Service training = new EnrolmentSnapshot.Service(
                "s",
                Programme.LEAP,
                "OST",
                "Training",
                entry,
                null,
                true,
                CatalogueEntry.Level.TRAINING,
                null,
                List.of(entry.plusDays(7)),
                List.of("1300", "1302"));
        EnrolmentSnapshot.CheckIn found = new EnrolmentSnapshot.CheckIn(
                "f", 3, ENTRY, LocalDate.of(2026, 5, 4), true, false, new BigDecimal("20"), new BigDecimal("40"), null);
        return new ParticipationFacts(
                "p-" + number,
                number,
                entry,
                List.of(new EnrolmentSnapshot.InProgramme("e", Programme.LEAP, FundSource.WIOA_ADULT, entry, null)),
                List.of(training),
                exit == null
                        ? null
                        : new EnrolmentSnapshot.Ended("x", exit, Exit.Kind.NO_SERVICE, exit.plusDays(90), true),
                List.of(),
                List.of(found),
                null);
    }

    private static List<PirlRow> rows(ParticipationFacts... facts) {
        PirlExport export = new PirlExport(SCHEMA, TODAY);
        List.of(facts).forEach(export::add);
        return export.rows();
    }

    private static List<PirlChecks.Problem> problems(List<PirlRow> rows) {
        return new PirlChecks(SCHEMA, TODAY).of(rows);
    }

    private static String value(PirlRow row, String number) {
        return row.values().get(SCHEMA.columnOf(number));
    }

    private static PirlRow with(PirlRow row, String number, String value) {
        List<String> values = new ArrayList<>(row.values());
        values.set(SCHEMA.columnOf(number), value);
        return new PirlRow(row.observation(), row.participant(), values);
    }

    @Test
    @DisplayName("N13 the layout's columns are in order, and a row per participation has them all")
    void layout() {
        assertThat(SCHEMA.elements())
                .extracting(PirlSchema.Element::column)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, SCHEMA.elements().size())
                                .boxed()
                                .toList());
        List<PirlRow> rows = rows(facts("BB2", ENTRY, null), facts("AA1", ENTRY, ENTRY.plusDays(60)));
        assertThat(rows).extracting(r -> value(r, "100")).containsExactly("AA1", "BB2");
        assertThat(rows).allSatisfy(r -> assertThat(r.values()).hasSameSizeAs(SCHEMA.elements()));
        assertThat(problems(rows)).isEmpty();
    }

    @Test
    @DisplayName("N13 the exit quarter decides which quarter an outcome belongs to; what nobody found out yet is 9")
    void outcomes() {
        PirlRow row = rows(facts("AA1", ENTRY, LocalDate.of(2026, 3, 31))).getFirst();
        assertThat(value(row, "1600")).isEqualTo("1");
        assertThat(value(row, "1703")).isEqualTo("10400.00");
        assertThat(value(row, "1602")).isEqualTo("9");
        assertThat(value(row, "1704")).isEqualTo("999999.99");
        PirlRow later = rows(facts("AA1", ENTRY, LocalDate.of(2026, 4, 1))).getFirst();
        assertThat(value(later, "1600")).isEqualTo("9");
    }

    @Test
    @DisplayName("N13 first stage: a value outside its codes or type is named in words")
    void validValues() {
        PirlRow row = rows(facts("AA1", ENTRY, null)).getFirst();
        assertThat(problems(List.of(with(with(row, "801", "7"), "900", "2026-01-05"))))
                .extracting(PirlChecks.Problem::problem)
                .containsExactly(
                        "Element 801 (Ex-offender at programme entry) is none of [0, 1, 9].",
                        "Element 900 (Date of programme entry) is longer than 8 characters.");
        assertThat(problems(List.of(with(row, "100", "")))).singleElement().satisfies(p -> {
            assertThat(p.stage()).isEqualTo(PirlChecks.Stage.VALID_VALUE);
            assertThat(p.problem()).endsWith("is missing.");
        });
    }

    @Test
    @DisplayName("N13 second stage: another entry on the day of the exit is a duplicate, on the day after it is not")
    void duplicates() {
        LocalDate exit = ENTRY.plusDays(60);
        assertThat(problems(rows(facts("AA1", ENTRY, exit), facts("AA1", exit, null))))
                .extracting(PirlChecks.Problem::stage)
                .containsExactly(PirlChecks.Stage.DUPLICATE);
        assertThat(problems(rows(facts("AA1", ENTRY, exit), facts("AA1", exit.plusDays(1), null))))
                .isEmpty();
        assertThat(problems(rows(facts("AA1", ENTRY, exit), facts("AA1", ENTRY, exit))))
                .singleElement()
                .satisfies(p -> assertThat(p.problem()).contains("is the entry of row 1"));
    }

    @Test
    @DisplayName("N13 third stage: exit before entry, training without its start, employed without wages")
    void logic() {
        PirlRow row = rows(facts("AA1", ENTRY, ENTRY.plusDays(60))).getFirst();
        PirlRow wrong = with(with(with(row, "901", "20260104"), "1302", ""), "1703", "0.00");
        assertThat(problems(List.of(wrong)))
                .extracting(PirlChecks.Problem::element)
                .containsExactly("901", "1302", "1703");
        assertThat(problems(List.of(with(row, "901", "20260105")))).isEmpty();
    }

    @Test
    @DisplayName("N13 each problem names its row, element and stage, and the rule in words, for every kind of check")
    void inWords() {
        PirlRow row = rows(facts("AA1", ENTRY, ENTRY.plusDays(60))).getFirst();
        List<PirlRow> faulty =
                List.of(with(row, "900", "someday"), with(row, "801", "7"), with(row, "901", "20251231"));
        List<PirlChecks.Problem> problems = new ArrayList<>();
        for (PirlRow each : faulty) {
            problems.addAll(problems(List.of(each)));
        }
        assertThat(problems)
                .extracting(PirlChecks.Problem::rule)
                .contains(
                        "A day of the calendar, as YYYYMMDD.",
                        "One of the codes 0, 1, 9.",
                        "An exit is not before the entry, element 900.");
        assertThat(problems).allSatisfy(p -> {
            assertThat(p.row()).isEqualTo(1);
            assertThat(p.rule()).endsWith(".");
            assertThat(p.problem()).startsWith("Element " + p.element());
        });
    }

    @Test
    @DisplayName(
            "N13 site after site: rows are numbered on, and a duplicate is found whichever site has the earlier period")
    void inParts() {
        LocalDate exit = ENTRY.plusDays(60);
        PirlExport export = new PirlExport(SCHEMA, TODAY);
        PirlChecks checks = new PirlChecks(SCHEMA, TODAY);
        export.add(facts("BB2", ENTRY, null));
        export.add(facts("AA1", exit, null));
        List<PirlRow> first = export.rows();
        assertThat(first).extracting(r -> value(r, "100")).containsExactly("AA1", "BB2");
        assertThat(checks.of(first)).isEmpty();
        export.add(facts("AA1", ENTRY, exit));
        export.add(facts("CC3", ENTRY, exit));
        List<PirlRow> second = export.rows();
        assertThat(second).extracting(PirlRow::observation).containsExactly(3, 4);
        assertThat(checks.of(second)).singleElement().satisfies(p -> {
            assertThat(p.stage()).isEqualTo(PirlChecks.Stage.DUPLICATE);
            assertThat(p.row()).isEqualTo(3);
            assertThat(p.problem()).contains("row 1");
        });
        export.add(facts("AA1", ENTRY.minusDays(9), ENTRY.minusDays(1)));
        assertThat(checks.of(export.rows())).as("over before the others began").isEmpty();
        assertThat(export.rows()).as("each once").isEmpty();
        assertThat(export.observations()).isEqualTo(5);
        assertThat(checks.found()).isEqualTo(1);
    }

    @Test
    @DisplayName("N13 somebody entered twice on one day is a duplicate even where the exit is a mistake")
    void sameEntry() {
        List<PirlRow> twice = rows(facts("AA1", ENTRY, ENTRY.minusDays(1)), facts("AA1", ENTRY, ENTRY.minusDays(1)));
        assertThat(problems(twice))
                .extracting(PirlChecks.Problem::stage, PirlChecks.Problem::row)
                .containsExactly(
                        tuple(PirlChecks.Stage.DUPLICATE, 2),
                        tuple(PirlChecks.Stage.LOGIC, 1),
                        tuple(PirlChecks.Stage.LOGIC, 2));
    }
}
