package org.throughcare.participant.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.reports.About;
import org.throughcare.participant.reports.CaseloadBalance;
import org.throughcare.participant.reports.DueList;
import org.throughcare.participant.reports.ExitAlert;
import org.throughcare.participant.reports.FollowUpsDue;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.Performance;
import org.throughcare.participant.reports.PreparingPerformance;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.participant.reports.SitePerformance;
import org.throughcare.participant.reports.UpcomingReleases;
import org.throughcare.participant.reports.WithoutCase;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.time.BusinessClock;

/**
 * Each report per site, over the sites that the caller may see; JSON, or CSV when {@code text/csv} is accepted. Every row says why it
 * is there. Days are calendar days at each site. 403 for another site, 404 for one that is not there. The answer begins when the first
 * site is read and is broken off when a later one cannot be.
 */
@RestController
@RequestMapping("/reports")
class ReportsController {

    private final ReportSources sources;
    private final PreparingPerformance preparing;
    private final PoliciesInForce policies;
    private final BusinessClock clock;
    private final VisibleSites visible;

    ReportsController(
            ReportSources sources, PreparingPerformance preparing, PoliciesInForce policies, BusinessClock clock) {
        this.sources = sources;
        this.preparing = preparing;
        this.policies = policies;
        this.clock = clock;
        this.visible = new VisibleSites(sources);
    }

    /** A site on its own day. */
    private record Day(Known.Site site, LocalDate today, PolicyValues policy) {}

    /** Whose participation ends when, unless another qualifying service is given before: the soonest first (Y11). */
    @GetMapping("/exit-alert")
    ResponseEntity<Object> exitAlert(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID worker,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        String whose = text(worker);
        return answer(
                "exit-alert",
                ExitAlert.Row.class,
                accept,
                rows(
                        caller,
                        site,
                        day -> new About.Participating(),
                        (known, day) -> ExitAlert.rows(known, whose, day.today()),
                        ExitAlert.ORDER));
    }

    /** Who is enrolled and has no open case (Y4), whoever waits longest first. */
    @GetMapping("/without-case")
    ResponseEntity<Object> withoutCase(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        return answer(
                "without-case",
                WithoutCase.Row.class,
                accept,
                rows(
                        caller,
                        site,
                        day -> new About.Enrolled(),
                        (known, day) -> WithoutCase.rows(known, day.today()),
                        WithoutCase.ORDER));
    }

    /**
     * Who is to be released soon, the soonest first (L10).
     *
     * @param withinDays as the policy of the site says who is near release when it is not given
     */
    @GetMapping("/upcoming-releases")
    ResponseEntity<Object> upcomingReleases(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable Integer withinDays,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        Function<Day, Integer> days = day -> withinDays == null ? day.policy().nearReleaseDays() : withinDays;
        return answer(
                "upcoming-releases",
                UpcomingReleases.Row.class,
                accept,
                rows(
                        caller,
                        site,
                        day -> new About.ReleasesUntil(day.today().plusDays(days.apply(day))),
                        (known, day) -> UpcomingReleases.rows(known, days.apply(day), day.today()),
                        UpcomingReleases.ORDER));
    }

    /** Check-ins after the exit that are due (Y12, N8), late ones first. */
    @GetMapping("/follow-ups")
    ResponseEntity<Object> followUps(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID worker,
            @RequestParam(defaultValue = "30") int withinDays,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        String whose = text(worker);
        return answer(
                "follow-ups",
                FollowUpsDue.Row.class,
                accept,
                rows(
                        caller,
                        site,
                        day -> new About.FollowUpsUntil(day.today().plusDays(withinDays)),
                        (known, day) -> FollowUpsDue.rows(known, whose, withinDays, day.today()),
                        FollowUpsDue.ORDER));
    }

    /** All that is due by the end of so many days, and all that is overdue. */
    @GetMapping("/due")
    ResponseEntity<Object> due(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable UUID worker,
            @RequestParam(defaultValue = "30") int withinDays,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        Function<Day, DueList.Asked> asked = day -> new DueList.Asked(
                text(worker), day.today().plusDays(withinDays), day.policy().introductionTarget(), day.today());
        return answer("due", DueList.Row.class, accept, InTurn.of(days(caller, site), day -> {
            List<DueList.Row> ofSite =
                    new ArrayList<>(DueList.staff(day.site(), sources.staff(day.site()), asked.apply(day)));
            sources.pages(
                    day.site(),
                    new About.DueUntil(asked.apply(day).until()),
                    known -> ofSite.addAll(DueList.rows(known, asked.apply(day))));
            ofSite.sort(DueList.ORDER);
            return ofSite;
        }));
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
        List<Day> days = days(caller, site);
        return switch (by) {
            case WORKER ->
                answer(
                        "caseload-balance",
                        CaseloadBalance.Row.class,
                        accept,
                        InTurn.of(days, day -> CaseloadBalance.rows(sources.caseloads(day.site()), measure(day))));
            case SETTING ->
                answer(
                        "caseload-balance",
                        CaseloadBalance.KindRow.class,
                        accept,
                        InTurn.of(days, day -> CaseloadBalance.byKind(sources.caseloads(day.site()), measure(day))));
        };
    }

    /**
     * Sites of many people are counted ahead, the others when asked for; each row says when.
     *
     * @param across one row per group over all sites that the caller may see, instead of one at each (L23)
     */
    @GetMapping("/performance")
    ResponseEntity<Object> performance(
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(defaultValue = "SITE") Performance.By by,
            @RequestParam(defaultValue = "false") boolean across,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        List<SitePerformance> sites = preparing.of(visible.of(caller, site));
        return answer(
                "performance",
                Performance.Row.class,
                accept,
                InTurn.of(List.of(sites), all -> Performance.rows(all, by, across)));
    }

    /** Site after site, in the report's order at each. */
    private <R extends Record> InTurn<R> rows(
            Caller caller,
            @Nullable UUID site,
            Function<Day, About> about,
            BiFunction<Known, Day, List<R>> rows,
            Comparator<R> order) {
        return InTurn.of(days(caller, site), day -> {
            List<R> ofSite = new ArrayList<>();
            sources.pages(day.site(), about.apply(day), known -> ofSite.addAll(rows.apply(known, day)));
            ofSite.sort(order);
            return ofSite;
        });
    }

    private <R extends Record> ResponseEntity<Object> answer(
            String name, Class<R> type, @Nullable String accept, InTurn<R> rows) {
        return Answering.rows(name, clock.now(), type, accept, rows);
    }

    private List<Day> days(Caller caller, @Nullable UUID site) {
        return visible.of(caller, site).stream()
                .map(each -> {
                    LocalDate today = clock.today(each.zone());
                    return new Day(each, today, policy(each, today));
                })
                .toList();
    }

    private static CaseloadBalance.Measure measure(Day day) {
        return CaseloadBalance.Measure.of(day.policy());
    }

    private PolicyValues policy(Known.Site site, LocalDate today) {
        String programme = site.programme();
        return policies.on(
                        programme == null ? Programme.LEAP : Programme.valueOf(programme),
                        UUID.fromString(site.id()),
                        today)
                .values();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
