package org.throughcare.participant.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.time.BusinessClock;

/**
 * Counts the performance of sites: of a small one whenever it is asked for; of a large one ahead, as often as may be without spending
 * more than a twentieth of a processor on it, so that whoever asks for all sites need not wait for a hundred thousand people.
 */
public final class PreparingPerformance {

    /** Sites are counted again no sooner than this, however small they are. */
    private static final Duration SOONEST = Duration.ofMinutes(10);

    private static final int SHARE_OF_TIME = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ReportSources sources;
    private final PreparedPerformance prepared;
    private final BusinessClock clock;
    private final int largeFrom;

    /** @param largeFrom participants at a site from which its numbers are taken from the last count */
    public PreparingPerformance(
            ReportSources sources, PreparedPerformance prepared, BusinessClock clock, int largeFrom) {
        this.sources = sources;
        this.prepared = prepared;
        this.clock = clock;
        this.largeFrom = largeFrom;
    }

    /** Of each of these sites, in their order: as it is now, or of a large one as it was counted last. */
    public List<SitePerformance> of(List<Known.Site> sites) {
        Map<String, PreparedPerformance.Kept> kept = kept(sites);
        return sites.stream()
                .map(site -> {
                    PreparedPerformance.Kept last = kept.get(site.id());
                    return last != null && isLarge(last.performance()) ? last.performance() : countAndKeep(site);
                })
                .toList();
    }

    /** Counts again what is due, the longest waiting first; what another instance is counting is left to it. */
    public void prepare() {
        List<Known.Site> sites = sources.sites();
        Map<String, PreparedPerformance.Kept> kept = kept(sites);
        List<Known.Site> due = new ArrayList<>(
                sites.stream().filter(site -> isDue(site, kept.get(site.id()))).toList());
        due.sort(Comparator.comparing(site -> asOf(kept.get(site.id()))));
        for (Known.Site site : due) {
            Instant now = clock.now();
            if (prepared.takeOn(site.id(), now, now.plus(PATIENCE))) {
                prepared.keep(count(site));
            }
        }
    }

    private boolean isDue(Known.Site site, PreparedPerformance.@Nullable Kept last) {
        if (last == null || !last.performance().today().equals(clock.today(site.zone()))) {
            return true;
        }
        Duration pause = last.took().multipliedBy(SHARE_OF_TIME);
        Instant again = last.performance().asOf().plus(pause.compareTo(SOONEST) > 0 ? pause : SOONEST);
        return !clock.now().isBefore(again);
    }

    private static Instant asOf(PreparedPerformance.@Nullable Kept last) {
        return last == null ? Instant.EPOCH : last.performance().asOf();
    }

    /** What a small site's asker found out is not kept: it is counted the next time, too. */
    private SitePerformance countAndKeep(Known.Site site) {
        PreparedPerformance.Kept counted = count(site);
        if (isLarge(counted.performance())) {
            prepared.keep(counted);
        }
        return counted.performance();
    }

    private PreparedPerformance.Kept count(Known.Site site) {
        long began = System.nanoTime();
        Instant asOf = clock.now();
        LocalDate today = clock.today(site.zone());
        SitePerformance.Count count = new SitePerformance.Count(today);
        sources.pages(
                site,
                new About.Everybody(),
                known -> count.add(
                        known,
                        sources.contactDays(known.custodies().stream()
                                .map(Known.Custody::participant)
                                .toList())));
        return new PreparedPerformance.Kept(count.of(site, asOf), Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean isLarge(SitePerformance of) {
        return of.participants() >= largeFrom;
    }

    private Map<String, PreparedPerformance.Kept> kept(List<Known.Site> sites) {
        return prepared.of(sites.stream().map(Known.Site::id).toList()).stream()
                .collect(Collectors.toMap(kept -> kept.performance().site(), Function.identity()));
    }
}
