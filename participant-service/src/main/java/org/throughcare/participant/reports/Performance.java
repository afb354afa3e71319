package org.throughcare.participant.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a grantee reports on, per site or across all of them, by worker or staffing model (L23): above all how soon after release people
 * are met and served. By what was given inside, so that those who prepare people see how they do (L21).
 */
public final class Performance {

    /** What rows are made by. */
    public enum By {
        SITE,
        WORKER,
        STAFFING_MODEL,
        /**
         * How those did who had a service while they were inside (L21): a person counts in a row for each that evidence proves, or in one
         * for those who had none.
         */
        SERVICE_INSIDE
    }

    /** In the place of a site's name, where rows are about all of them. */
    public static final String ALL_SITES = "All sites";

    /** In the place of a service's name. */
    public static final String NO_SERVICE_INSIDE = "None";

    /**
     * @param asOf when it was counted, UTC; of several sites the earliest
     * @param daysToFirstContact median, in days from release to the first contact
     * @param daysToFirstService median, in days from release to the first service given
     */
    public record Row(
            String site,
            String group,
            Instant asOf,
            int participants,
            int released,
            int contactedAfterRelease,
            @Nullable Integer daysToFirstContact,
            int servedAfterRelease,
            @Nullable Integer daysToFirstService,
            int participating,
            int exited,
            int positiveExits,
            int placed,
            @Nullable BigDecimal medianHourlyWage,
            int followUpsDone,
            int followUpsLate,
            String why) {}

    private record Key(String site, String name, String key) {}

    private record Sum(Instant asOf, SitePerformance.Numbers numbers) {

        Sum plus(Sum other) {
            return new Sum(asOf.isBefore(other.asOf) ? asOf : other.asOf, numbers.plus(other.numbers));
        }
    }

    private Performance() {}

    /**
     * By site, then by group.
     *
     * @param across one row per group over all sites, instead of one at each site
     */
    public static List<Row> rows(List<SitePerformance> sites, By by, boolean across) {
        Map<Key, Sum> sums = new TreeMap<>(
                Comparator.comparing(Key::site).thenComparing(Key::name).thenComparing(Key::key));
        for (SitePerformance site : sites) {
            site.groups(by)
                    .forEach(group ->
                            sums.merge(key(site, group, by, across), new Sum(site.asOf(), group.numbers()), Sum::plus));
        }
        return sums.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
    }

    private static Key key(SitePerformance of, SitePerformance.Group group, By by, boolean across) {
        String site = across ? ALL_SITES : of.name();
        String siteId = across ? "" : of.site();
        return switch (by) {
            case SITE -> new Key(site, site, siteId);
            case WORKER -> new Key(site, group.name(), group.key());
            case STAFFING_MODEL -> new Key(site, group.name(), siteId);
            case SERVICE_INSIDE -> new Key(site, group.name(), siteId + "/" + group.key());
        };
    }

    private static Row row(Key key, Sum sum) {
        SitePerformance.Numbers n = sum.numbers();
        int contacted = n.daysToContact().count();
        int served = n.daysToService().count();
        return new Row(
                key.site(),
                key.name(),
                sum.asOf(),
                n.participants(),
                n.released(),
                contacted,
                days(n.daysToContact()),
                served,
                days(n.daysToService()),
                n.participating(),
                n.exited(),
                n.positive(),
                n.wages().count(),
                n.wages().median().orElse(null),
                n.checkedIn(),
                n.late(),
                n.released() + " released; " + contacted + " of them in contact and " + served
                        + " served since, counted from the day of release; medians are the lower middle value.");
    }

    private static @Nullable Integer days(Spread spread) {
        return spread.median().map(BigDecimal::intValueExact).orElse(null);
    }
}
