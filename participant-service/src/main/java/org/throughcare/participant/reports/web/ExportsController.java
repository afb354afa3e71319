package org.throughcare.participant.reports.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.reports.About;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.participant.reports.pirl.ParticipationFacts;
import org.throughcare.participant.reports.pirl.PirlChecks;
import org.throughcare.participant.reports.pirl.PirlExport;
import org.throughcare.participant.reports.pirl.PirlRow;
import org.throughcare.participant.reports.pirl.PirlSchema;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.ProblemException;

/** The federal participant record. Whose rows leave is on record before they do. */
@RestController
@RequestMapping("/exports/pirl")
class ExportsController {

    private final ReportSources sources;
    private final VisibleSites visible;
    private final ReadAudit audit;
    private final BusinessClock clock;
    private final PirlSchema schema;

    ExportsController(ReportSources sources, ReadAudit audit, BusinessClock clock) {
        this.sources = sources;
        this.visible = new VisibleSites(sources);
        this.audit = audit;
        this.clock = clock;
        this.schema = schema();
    }

    /** @param found how many faults there are, of which the first are listed */
    record Checked(
            String schema, String version, LocalDate asOf, int rows, int found, List<PirlChecks.Problem> problems) {}

    /** Rows without a header, in the layout's order. */
    @GetMapping
    ResponseEntity<Object> export(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        List<PirlRow> rows = rows(caller, site, day);
        audit.readNow(
                caller,
                rows.stream().map(PirlRow::participant).distinct().toList(),
                "PIRL export",
                "federal reporting as of " + day);
        return Answering.csv("pirl-" + day, Csv.lines(rows.stream().map(PirlRow::values)));
    }

    /**
     * What the receiver would send back, before it does: row, stage, element, the rule in words and what is there instead. JSON, or
     * CSV when {@code text/csv} is accepted. The first 5,000 faults are listed; {@code found}, or in CSV the
     * file's name, says how many there are. It shows values of those with a fault, so that is on record before the answer.
     */
    @GetMapping("/checks")
    ResponseEntity<Object> checks(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        List<PirlRow> rows = rows(caller, site, day);
        PirlChecks.Found found = PirlChecks.in(schema, rows, day);
        List<PirlChecks.Problem> problems = found.listed();
        audit.readNow(
                caller,
                problems.stream()
                        .map(PirlChecks.Problem::participant)
                        .distinct()
                        .toList(),
                "PIRL checks",
                "federal reporting as of " + day);
        return Answering.wantsCsv(accept)
                ? Answering.csv("pirl-checks-" + day + "-found-" + found.count(), PirlChecks.Problem.class, problems)
                : ResponseEntity.ok(
                        new Checked(schema.name(), schema.version(), day, rows.size(), found.count(), problems));
    }

    /** The elements of the federal record that the export holds, in order. */
    @GetMapping("/schema")
    PirlSchema layout() {
        return schema;
    }

    private List<PirlRow> rows(Caller caller, @Nullable UUID site, LocalDate asOf) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("The federal record is exported by supervisors and administrators.");
        }
        PirlExport export = new PirlExport(schema, asOf);
        for (Known.Site each : visible.of(caller, site)) {
            sources.pages(each, new About.EverybodyEnrolled(), known -> add(known, export));
        }
        return export.rows();
    }

    private static void add(Known known, PirlExport export) {
        Map<String, String> numbers = known.people().stream()
                .collect(Collectors.toMap(
                        Known.Person::id, p -> Objects.requireNonNullElse(p.caseNumber(), ""), (a, b) -> a));
        for (EnrolmentSnapshot each : known.enrolments()) {
            ParticipationFacts.of(each, numbers.getOrDefault(each.participant(), ""))
                    .forEach(export::add);
        }
    }

    private static PirlSchema schema() {
        try (InputStream in = ExportsController.class.getResourceAsStream("/reports/pirl-2025.json")) {
            return Json.strict().readValue(Objects.requireNonNull(in, "pirl-2025.json"), PirlSchema.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
