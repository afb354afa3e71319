package org.throughcare.referral.report.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.report.Gaps;
import org.throughcare.referral.report.ReferralRate;

/** Counts, without anything about anybody. A supervisor sees the sites worked at; an administrator sees all. */
@RestController
@RequestMapping("/reports")
class ReferralReportController {

    private static final int DAYS = 90;

    private final ReferralRate rate;
    private final Gaps gaps;
    private final BusinessClock clock;

    ReferralReportController(ReferralRate rate, Gaps gaps, BusinessClock clock) {
        this.rate = rate;
        this.gaps = gaps;
        this.clock = clock;
    }

    /** @param rows those who refer least come first */
    record ReferralRateReport(LocalDate from, LocalDate to, List<ReferralRate.Row> rows) {}

    record UnmetNeedsReport(LocalDate from, LocalDate to, List<Gaps.Unmet> unmet, List<Gaps.TurnedDown> turnedDown) {}

    /**
     * How many referrals each worker made, to community job center services among them (L13). Days are UTC; the last 90 unless said
     * otherwise.
     */
    @GetMapping("/referral-rate")
    ReferralRateReport referralRate(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Caller caller) {
        Set<String> sites = sites(caller);
        LocalDate last = last(to);
        LocalDate first = first(from, last);
        return new ReferralRateReport(first, last, rate.between(first, last, sites));
    }

    /**
     * Needs that nobody could meet, and referrals that were turned down, by site and kind (C8). Days are UTC; the last 90 unless said
     * otherwise.
     */
    @GetMapping("/unmet-needs")
    UnmetNeedsReport unmetNeeds(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Caller caller) {
        Set<String> sites = sites(caller);
        LocalDate last = last(to);
        LocalDate first = first(from, last);
        Gaps.Report report = gaps.between(first, last, sites);
        return new UnmetNeedsReport(first, last, report.unmet(), report.turnedDown());
    }

    private LocalDate last(@Nullable LocalDate to) {
        return to == null ? clock.today(ZoneOffset.UTC) : to;
    }

    private static LocalDate first(@Nullable LocalDate from, LocalDate last) {
        LocalDate first = from == null ? last.minusDays(DAYS) : from;
        if (first.isAfter(last)) {
            throw ProblemException.invalid("from", "range", "The first day is after the last one.");
        }
        return first;
    }

    private static @Nullable Set<String> sites(Caller caller) {
        if (caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM, Role.MONITOR)) {
            return null;
        }
        if (caller.is(Role.SUPERVISOR)) {
            return caller.sites();
        }
        throw ProblemException.forbidden("This report is for supervisors and the grantee's administrator.");
    }
}
