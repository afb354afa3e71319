package org.throughcare.referral.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.ReferralSnapshot;
import org.throughcare.referral.referral.ReferralStatus;

/** L13: referrals per worker and site, and those to community job centers apart, so that under-referral shows. */
public final class ReferralRate {

    /**
     * One worker at one site. A worker with a caseload and no referral has a row of zeros: that is whom the report is about.
     *
     * @param site null for a worker who made none
     * @param people how many different participants were referred
     * @param caseload open cases whose primary provider the worker is now
     * @param perHundredCases referred people for each hundred of the caseload; null without one
     * @param medianHoursToAnswer from sending to acceptance or rejection (C8); null while there is none
     * @param betterServedElsewhere outcomes of an enrolment decision (Y18)
     */
    public record Row(
            String worker,
            @Nullable UUID site,
            int referrals,
            int sent,
            int toCommunityCentres,
            int accepted,
            int rejected,
            int completed,
            int betterServedElsewhere,
            int people,
            int caseload,
            @Nullable Integer perHundredCases,
            @Nullable Long medianHoursToAnswer) {}

    private final Announced announced;
    private final Predicate<UUID> communityCentre;

    /** @param communityCentre whether a partner is one */
    public ReferralRate(Announced announced, Predicate<UUID> communityCentre) {
        this.announced = announced;
        this.communityCentre = communityCentre;
    }

    /** @param sites to show; null for all */
    public List<Row> between(LocalDate from, LocalDate to, @Nullable Set<String> sites) {
        Map<String, Count> counts = new TreeMap<>();
        Map<String, String> survivors = announced.aliases();
        announced.referrals(from, to, referral -> {
            if (sites == null || sites.contains(referral.site().toString())) {
                counts.computeIfAbsent(
                                referral.requestedBy() + "/" + referral.site(),
                                key -> new Count(referral.requestedBy().toString(), referral.site()))
                        .add(referral, survivors);
            }
        });
        Map<String, Integer> caseloads = announced.caseloads();
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        counts.values().forEach(count -> {
            seen.add(count.worker);
            rows.add(count.row(caseloads.getOrDefault(count.worker, 0)));
        });
        if (sites == null) {
            caseloads.forEach((worker, cases) -> {
                if (!seen.contains(worker)) {
                    rows.add(new Row(worker, null, 0, 0, 0, 0, 0, 0, 0, 0, cases, 0, null));
                }
            });
        }
        rows.sort(Comparator.comparing(
                        (Row row) -> Optional.ofNullable(row.perHundredCases()).orElse(Integer.MAX_VALUE))
                .thenComparing(Row::worker));
        return rows;
    }

    private final class Count {
        private final String worker;
        private final UUID site;
        private final Set<String> people = new HashSet<>();
        private final List<Long> hours = new ArrayList<>();
        private int referrals;
        private int sent;
        private int toCommunityCentres;
        private int accepted;
        private int rejected;
        private int completed;
        private int elsewhere;

        Count(String worker, UUID site) {
            this.worker = worker;
            this.site = site;
        }

        void add(ReferralSnapshot referral, Map<String, String> survivors) {
            if (referral.state() == ReferralStatus.ENTERED_IN_ERROR) {
                return;
            }
            referrals++;
            String participant = referral.participant().toString();
            people.add(survivors.getOrDefault(participant, participant));
            Optional<Instant> asked = when(referral, ReferralStatus.REQUESTED);
            Optional<Instant> yes = when(referral, ReferralStatus.ACCEPTED);
            Optional<Instant> no = when(referral, ReferralStatus.REJECTED);
            sent += asked.isPresent() ? 1 : 0;
            accepted += yes.isPresent() ? 1 : 0;
            rejected += no.isPresent() ? 1 : 0;
            completed += referral.state() == ReferralStatus.COMPLETED ? 1 : 0;
            toCommunityCentres += communityCentre.test(referral.partner()) ? 1 : 0;
            elsewhere += referral.origin() == Asked.Origin.BETTER_SERVED_ELSEWHERE ? 1 : 0;
            asked.ifPresent(at -> yes.or(() -> no)
                    .ifPresent(answer -> hours.add(Duration.between(at, answer).toHours())));
        }

        private static Optional<Instant> when(ReferralSnapshot referral, ReferralStatus status) {
            return referral.history().stream()
                    .filter(step -> step.state() == status)
                    .map(ReferralSnapshot.Passed::at)
                    .findFirst();
        }

        Row row(int caseload) {
            hours.sort(Comparator.naturalOrder());
            return new Row(
                    worker,
                    site,
                    referrals,
                    sent,
                    toCommunityCentres,
                    accepted,
                    rejected,
                    completed,
                    elsewhere,
                    people.size(),
                    caseload,
                    caseload == 0 ? null : Math.round(100f * people.size() / caseload),
                    hours.isEmpty() ? null : hours.get(hours.size() / 2));
        }
    }
}
