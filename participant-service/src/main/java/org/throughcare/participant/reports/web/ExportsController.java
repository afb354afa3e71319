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
import java.util.stream.Stream;
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
import tools.jackson.core.JsonGenerator;

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

    /** Rows without a header, in the layout's order: site after site, at each by case number and entry. */
    @GetMapping
    ResponseEntity<Object> export(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        PirlExport export = new PirlExport(schema, day);
        InTurn<PirlRow> rows = InTurn.of(sites(caller, site), each -> {
            List<PirlRow> ofSite = rows(each, export);
            onRecord(caller, ofSite.stream().map(PirlRow::participant), "PIRL export", day);
            return ofSite;
        });
        return Answering.csv(
                "pirl-" + day, out -> Csv.write(rows.each(PirlRow::values).iterator(), out));
    }

    /**
     * What the receiver would send back, before it does: row, stage, element, the rule in words and what is there instead, site after
     * site, at each by stage and row. JSON with the numbers of rows and of faults at its end, or CSV when {@code text/csv} is accepted.
     * It shows values of those with a fault, so that is on record before these are written.
     */
    @GetMapping("/checks")
    ResponseEntity<Object> checks(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        LocalDate day = asOf == null ? clock.today(ZoneOffset.UTC) : asOf;
        PirlExport export = new PirlExport(schema, day);
        PirlChecks checks = new PirlChecks(schema, day);
        InTurn<PirlChecks.Problem> problems = InTurn.of(sites(caller, site), each -> {
            List<PirlChecks.Problem> ofSite = checks.of(rows(each, export));
            onRecord(caller, ofSite.stream().map(PirlChecks.Problem::participant), "PIRL checks", day);
            return ofSite;
        });
        return Answering.wantsCsv(accept)
                ? Answering.csv("pirl-checks-" + day, PirlChecks.Problem.class, problems)
                : Answering.json(out -> {
                    JsonGenerator json = Answering.object(out);
                    json.writeStringProperty("schema", schema.name());
                    json.writeStringProperty("version", schema.version());
                    json.writeStringProperty("asOf", day.toString());
                    Answering.array(json, "problems", problems.iterator());
                    json.writeNumberProperty("rows", export.observations());
                    json.writeNumberProperty("found", checks.found());
                    Answering.end(json);
                });
    }

    /** The elements of the federal record that the export holds, in order. */
    @GetMapping("/schema")
    PirlSchema layout() {
        return schema;
    }

    private List<Known.Site> sites(Caller caller, @Nullable UUID site) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("The federal record is exported by supervisors and administrators.");
        }
        return visible.of(caller, site);
    }

    private List<PirlRow> rows(Known.Site site, PirlExport export) {
        sources.pages(site, new About.EverybodyEnrolled(), known -> add(known, export));
        return export.rows();
    }

    private void onRecord(Caller caller, Stream<String> participants, String what, LocalDate day) {
        audit.readNow(caller, participants.distinct().toList(), what, "federal reporting as of " + day);
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
