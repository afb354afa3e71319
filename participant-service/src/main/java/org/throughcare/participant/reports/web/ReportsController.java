package org.throughcare.participant.reports.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.reports.CaseloadBalance;
import org.throughcare.participant.reports.ExitAlert;
import org.throughcare.participant.reports.FollowUpsDue;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.Performance;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.participant.reports.UpcomingReleases;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.time.BusinessClock;

/** Each report per site, over the sites that the caller may see; JSON, or CSV when that is asked for. */
@RestController
@RequestMapping("/reports")
class ReportsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReportSources sources;
    private final PoliciesInForce policies;
    private final BusinessClock clock;
    private final VisibleSites visible;

    ReportsController(ReportSources sources, PoliciesInForce policies, BusinessClock clock) {
        this.sources = sources;
        this.policies = policies;
        this.clock = clock;
        this.visible = new VisibleSites(sources);
    }

    record Report<R extends Record>(String report, Instant asOf, List<R> rows) {}

    @GetMapping("/exit-alert")
    ResponseEntity<Object> exitAlert(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID worker,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        String whose = worker == null ? null : worker.toString();
        return answer(
                "exit-alert",
                ExitAlert.Row.class,
                site,
                accept,
                caller,
                (known, today) -> ExitAlert.rows(known, whose, today));
    }

    @GetMapping("/upcoming-releases")
    ResponseEntity<Object> upcomingReleases(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable Integer withinDays,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        return answer("upcoming-releases", UpcomingReleases.Row.class, site, accept, caller, (known, today) -> {
            int days = withinDays == null ? policy(known, today).nearReleaseDays() : withinDays;
            return UpcomingReleases.rows(known, days, today);
        });
    }

    @GetMapping("/follow-ups")
    ResponseEntity<Object> followUps(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID worker,
            @RequestParam(defaultValue = "30") int withinDays,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        String whose = worker == null ? null : worker.toString();
        return answer(
                "follow-ups",
                FollowUpsDue.Row.class,
                site,
                accept,
                caller,
                (known, today) -> FollowUpsDue.rows(known, whose, withinDays, today));
    }

    /**
     * Caseloads side by side, in people and in what they count for (L17): a row per worker, or one per kind of staff.
     *
     * @param by kind of staff: by the settings they work in
     */
    @GetMapping("/caseload-balance")
    ResponseEntity<Object> caseloadBalance(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(defaultValue = "WORKER") CaseloadBalance.By by,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        return switch (by) {
            case WORKER ->
                answer(
                        "caseload-balance",
                        CaseloadBalance.Row.class,
                        site,
                        accept,
                        caller,
                        (known, today) -> CaseloadBalance.rows(known, measure(known, today)));
            case SETTING ->
                answer(
                        "caseload-balance",
                        CaseloadBalance.KindRow.class,
                        site,
                        accept,
                        caller,
                        (known, today) -> CaseloadBalance.byKind(known, measure(known, today)));
        };
    }

    @GetMapping("/performance")
    ResponseEntity<Object> performance(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(defaultValue = "SITE") Performance.By by,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        return answer("performance", Performance.Row.class, site, accept, caller, (known, today) -> {
            List<String> people =
                    known.custodies().stream().map(Known.Custody::participant).toList();
            return Performance.rows(known, by, sources.contactDays(people), today);
        });
    }

    private <R extends Record> ResponseEntity<Object> answer(
            String name,
            Class<R> type,
            @Nullable UUID site,
            @Nullable String accept,
            Caller caller,
            BiFunction<Known, LocalDate, List<R>> rows) {
        List<R> all = visible.of(caller, site).stream()
                .flatMap(known -> rows.apply(known, today(known.site().zone())).stream())
                .toList();
        if (accept != null && accept.contains("text/csv")) {
            return ResponseEntity.ok()
                    .contentType(CSV)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                    .body(Csv.of(type, all));
        }
        return ResponseEntity.ok(new Report<>(name, clock.now(), all));
    }

    private CaseloadBalance.Measure measure(Known known, LocalDate today) {
        return CaseloadBalance.Measure.of(policy(known, today));
    }

    private LocalDate today(ZoneId zone) {
        return clock.today(zone);
    }

    private PolicyValues policy(Known known, LocalDate today) {
        String programme = known.site().programme();
        return policies.on(
                        programme == null ? Programme.LEAP : Programme.valueOf(programme),
                        UUID.fromString(known.site().id()),
                        today)
                .values();
    }
}
