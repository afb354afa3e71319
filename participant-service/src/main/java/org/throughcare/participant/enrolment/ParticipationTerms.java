package org.throughcare.participant.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policy numbers that bind one participation on a day, put together from the policies of all its programmes. There is one
 * participation and so one clock (Y5): it runs as long as the longest-running programme lets it, while limits are the narrowest.
 *
 * @param policies ids and versions of the policies, for the record
 * @param extensionsInARow see {@link ServiceCatalogue}
 */
public record ParticipationTerms(
        List<String> policies,
        int exitAfterDays,
        int gapLongerThanDays,
        int gapShorterThanDays,
        int justifyServiceWithinDays,
        List<Integer> followUpMonths,
        int followUpForMonths,
        boolean exitOnEmployment,
        int extensionsInARow,
        int plannedGapsWatched) {

    public ParticipationTerms {
        policies = List.copyOf(policies);
        followUpMonths = List.copyOf(followUpMonths);
    }

    /** @param each of at least one programme */
    public static ParticipationTerms together(Collection<ParticipationTerms> each) {
        return each.stream()
                .reduce((a, b) -> new ParticipationTerms(
                        Stream.concat(a.policies.stream(), b.policies.stream())
                                .distinct()
                                .toList(),
                        Math.max(a.exitAfterDays, b.exitAfterDays),
                        Math.max(a.gapLongerThanDays, b.gapLongerThanDays),
                        Math.min(a.gapShorterThanDays, b.gapShorterThanDays),
                        Math.max(a.justifyServiceWithinDays, b.justifyServiceWithinDays),
                        Stream.concat(a.followUpMonths.stream(), b.followUpMonths.stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        Math.max(a.followUpForMonths, b.followUpForMonths),
                        a.exitOnEmployment && b.exitOnEmployment,
                        Math.min(a.extensionsInARow, b.extensionsInARow),
                        Math.min(a.plannedGapsWatched, b.plannedGapsWatched)))
                .orElseThrow(() -> new IllegalArgumentException("terms of no programme"));
    }
}
