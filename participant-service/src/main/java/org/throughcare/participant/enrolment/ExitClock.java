package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The exit clock (Y11): when the gap since the last qualifying service given reaches the policy's number of days, the
 * participation ends, dated back to that service. A planned gap (Y9) holds the end off for as long as it lasts.
 *
 * <p>Reaching 90 means that on the ninetieth day after the last service, from its first minute at the site, the participation has
 * ended: a service on the eighty-ninth day keeps it alive, one on the ninetieth comes too late.
 *
 * @param lastGiven the day of the last qualifying service given before any end; the first day of participation while none is proven
 * @param endsOn the day on which the participation ends unless another service is given before it
 */
record ExitClock(LocalDate lastGiven, LocalDate endsOn) {

    /**
     * @param start first day of participation
     * @param given days on which qualifying services were given, in any order, repeats allowed
     */
    static ExitClock of(LocalDate start, Stream<LocalDate> given, List<PlannedGap> gaps, int exitAfterDays) {
        List<PlannedGap> inOrder =
                gaps.stream().sorted(Comparator.comparing(PlannedGap::from)).toList();
        LocalDate last = start;
        LocalDate end = end(last, inOrder, exitAfterDays);
        for (LocalDate day : given.sorted().toList()) {
            if (!day.isBefore(end)) {
                break;
            }
            if (day.isAfter(last)) {
                last = day;
                end = end(last, inOrder, exitAfterDays);
            }
        }
        return new ExitClock(last, end);
    }

    private static LocalDate end(LocalDate last, List<PlannedGap> inOrder, int exitAfterDays) {
        LocalDate end = last.plusDays(exitAfterDays);
        for (PlannedGap gap : inOrder) {
            if (gap.covers(end)) {
                end = gap.until().plusDays(1);
            }
        }
        return end;
    }

    boolean hasRunOut(LocalDate today) {
        return !today.isBefore(endsOn);
    }

    /** Whether the end is this near, or already past. */
    boolean isWithin(int days, LocalDate today) {
        return !today.isBefore(endsOn.minusDays(days));
    }
}
