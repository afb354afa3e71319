package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;

/**
 * The end of a participation.
 *
 * @param on the last day of service, whatever the day of the decision
 * @param positive whether it counts as a good outcome (N8): no exemption, and a job that began, by what is known now, by the day on which
 *     the exit clock ran out, or would have
 * @param note the note that exemptions need (N7)
 * @param document name or reference of the documentation that exemptions need
 * @param expectedUntil expected end of what makes taking part impossible
 * @param by staff member who decided; null when the clock did
 */
public record Exit(
        String id,
        LocalDate on,
        Kind kind,
        boolean positive,
        String reason,
        LocalDate decidedOn,
        @Nullable String note,
        @Nullable String document,
        @Nullable LocalDate expectedUntil,
        @Nullable String by) {

    /** How a participation ends. */
    public enum Kind {
        /** No qualifying service for as long as policy allows (Y11). */
        NO_SERVICE,
        /** Employment was found, where that ends participation (N8). */
        EMPLOYMENT,
        INSTITUTIONALISED,
        HEALTH,
        FAMILY_CARE,
        DECEASED,
        RESERVIST,
        /** A youth moved to a mandated residential programme, Job Corps excluded. */
        RESIDENTIAL_PROGRAMME;

        /** Exemptions of N7 are decisions by staff and keep the person out of the performance measures. */
        public boolean isExemption() {
            return this != NO_SERVICE && this != EMPLOYMENT;
        }
    }

    /**
     * @param lastGiven last day of service, to which it is dated back
     * @param wish of staff; null where the clock or a job ends it
     */
    static Exit decided(
            Period of, LocalDate lastGiven, Kind kind, String reason, LocalDate today, ExitRules.@Nullable Wish wish) {
        return new Exit(
                Command.derived("exit", of.id(), String.valueOf(of.exitsDecided() + 1))
                        .toString(),
                lastGiven,
                kind,
                false,
                reason,
                today,
                wish == null ? null : wish.note(),
                wish == null ? null : wish.document(),
                wish == null ? null : wish.expectedUntil(),
                wish == null ? null : wish.by());
    }

    /** Positive or not by the jobs that are known. */
    Exit seenWith(Period of, ParticipationTerms terms) {
        LocalDate ended = of.clock(terms).orElseThrow().endsOn();
        boolean worked = of.jobs().anyMatch(job -> !job.startedOn().isAfter(ended));
        return new Exit(
                id, on, kind, !kind.isExemption() && worked, reason, decidedOn, note, document, expectedUntil, by);
    }

    Exit movedTo(LocalDate day) {
        return new Exit(id, day, kind, positive, reason, decidedOn, note, document, expectedUntil, by);
    }
}
