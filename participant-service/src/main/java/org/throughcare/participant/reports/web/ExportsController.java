package org.throughcare.participant.reports.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
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

    private final VisibleSites visible;
    private final ReadAudit audit;
    private final BusinessClock clock;
    private final PirlSchema schema;

    ExportsController(ReportSources sources, ReadAudit audit, BusinessClock clock) {
        this.visible = new VisibleSites(sources);
        this.audit = audit;
        this.clock = clock;
        this.schema = schema();
    }

    record Checked(String schema, String version, LocalDate asOf, int rows, List<PirlChecks.Problem> problems) {}

    /** Rows without a header, in the layout's order. */
    @GetMapping
    ResponseEntity<Object> export(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        List<PirlRow> rows = rows(caller, site, day);
        rows.stream()
                .map(PirlRow::participant)
                .distinct()
                .forEach(each -> audit.readNow(caller, each, "PIRL export", "federal reporting as of " + day));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pirl-" + day + ".csv\"")
                .body(Csv.lines(rows.stream().map(PirlRow::values)));
    }

    @GetMapping("/checks")
    Checked checks(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        List<PirlRow> rows = rows(caller, site, day);
        return new Checked(schema.name(), schema.version(), day, rows.size(), PirlChecks.of(schema, rows, day));
    }

    @GetMapping("/schema")
    PirlSchema layout() {
        return schema;
    }

    private List<PirlRow> rows(Caller caller, @Nullable UUID site, LocalDate asOf) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("The federal record is exported by supervisors and administrators.");
        }
        List<ParticipationFacts> facts = new ArrayList<>();
        for (Known known : visible.of(caller, site)) {
            Map<String, String> numbers = known.people().stream()
                    .collect(Collectors.toMap(
                            Known.Person::id, p -> Objects.requireNonNullElse(p.caseNumber(), ""), (a, b) -> a));
            for (EnrolmentSnapshot each : known.enrolments()) {
                facts.addAll(ParticipationFacts.of(each, numbers.getOrDefault(each.participant(), "")));
            }
        }
        return PirlExport.rows(schema, facts, asOf);
    }

    private static PirlSchema schema() {
        try (InputStream in = ExportsController.class.getResourceAsStream("/reports/pirl-2025.json")) {
            return Json.strict().readValue(Objects.requireNonNull(in, "pirl-2025.json"), PirlSchema.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
