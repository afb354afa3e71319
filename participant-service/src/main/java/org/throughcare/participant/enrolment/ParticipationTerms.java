package org.throughcare.participant.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policy numbers that bind one participation on a day, put together from the policies of all its programmes. There is one
 * participation and so one clock (Y5): it runs as long as the longest-running programme lets it, while limits are the narrowest.
 *
 * @param policies ids and versions of the policies, for the record
 * @param extensionsInARow see {@link ServiceCatalogue}
 * @param exemptionExpectedDays how long what leads to an exemption must be expected to last (N7); in terms of a time before it had a number
 *     of its own, that of the planned gap
 * @param lighterFollowUpMonths check-ins of a lighter follow-up (N9); terms of a time before there was one know the usual ones alone
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
        int plannedGapsWatched,
        List<Integer> lighterFollowUpMonths,
        @Nullable Integer exemptionExpectedDays) {

    public ParticipationTerms {
        policies = List.copyOf(policies);
        followUpMonths = List.copyOf(followUpMonths);
        exemptionExpectedDays = exemptionExpectedDays == null ? gapLongerThanDays : exemptionExpectedDays;
        lighterFollowUpMonths = lighterFollowUpMonths == null ? followUpMonths : List.copyOf(lighterFollowUpMonths);
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
                        both(a.followUpMonths, b.followUpMonths),
                        Math.max(a.followUpForMonths, b.followUpForMonths),
                        a.exitOnEmployment && b.exitOnEmployment,
                        Math.min(a.extensionsInARow, b.extensionsInARow),
                        Math.min(a.plannedGapsWatched, b.plannedGapsWatched),
                        both(a.lighterFollowUpMonths, b.lighterFollowUpMonths),
                        Math.max(a.exemptionDays(), b.exemptionDays())))
                .orElseThrow(() -> new IllegalArgumentException("terms of no programme"));
    }

    int exemptionDays() {
        return Objects.requireNonNullElse(exemptionExpectedDays, gapLongerThanDays);
    }

    private static List<Integer> both(List<Integer> a, List<Integer> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().sorted().toList();
    }
}
