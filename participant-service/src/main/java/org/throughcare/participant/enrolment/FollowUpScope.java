package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughcare.platform.aggregate.Refusal;

/**
 * How closely and for how long a youth is followed up, by what the person needs (N9). Lighter is for those alone who only ever had summer
 * employment; which check-ins that leaves is policy. Longer than policy asks for is always possible, shorter never.
 *
 * @param forMonths how long, from the exit
 * @param kinds what the person needs in that time
 * @param summerOnly took part in nothing but summer employment
 * @param basis the needs that this rests on
 */
public record FollowUpScope(
        Intensity intensity,
        int forMonths,
        List<FollowUp.Kind> kinds,
        boolean summerOnly,
        String basis,
        LocalDate decidedOn,
        String by) {

    /** How closely. */
    public enum Intensity {
        USUAL,
        LIGHTER
    }

    public FollowUpScope {
        kinds = kinds.stream().distinct().sorted().toList();
    }

    Optional<Refusal> check(Period period, ParticipationTerms terms) {
        Exit exit = period.exit();
        if (period.startedOn() == null || (exit != null && exit.kind() == Exit.Kind.DECEASED)) {
            return Optional.of(Refusal.conflict("N9", "There is no participation to follow up."));
        }
        if (period.fundSources().noneMatch(FundSource.WIOA_YOUTH::equals)) {
            return Optional.of(Refusal.conflict("N9", "Only a youth's follow-up is measured by their needs."));
        }
        if (basis.isBlank()) {
            return invalid("basis", "How closely a youth is followed up needs its basis on record.");
        }
        if (kinds.isEmpty()) {
            return invalid("kinds", "A follow-up plan names at least one kind of follow-up that the person needs.");
        }
        if (forMonths < terms.followUpForMonths()) {
            return invalid(
                    "forMonths", "A youth is followed up for at least " + terms.followUpForMonths() + " months.");
        }
        if (intensity == Intensity.LIGHTER && !summerOnly) {
            return invalid("intensity", "Lighter follow-up is for youth who took part in summer employment alone.");
        }
        return intensity == Intensity.LIGHTER && !youthAlone(period)
                ? Optional.of(Refusal.conflict(
                        "N9", "Another programme of this participation asks for the usual check-ins.", "keep USUAL"))
                : Optional.empty();
    }

    /** Lighter in one programme widens nothing in another: it binds while every programme is a youth's. */
    boolean lightens(Period period) {
        return intensity == Intensity.LIGHTER && youthAlone(period);
    }

    private static boolean youthAlone(Period period) {
        return period.fundSources().allMatch(FundSource.WIOA_YOUTH::equals);
    }

    /** Apart from who decided it, and when. */
    boolean saysTheSameAs(FollowUpScope other) {
        return intensity == other.intensity
                && forMonths == other.forMonths
                && kinds.equals(other.kinds)
                && summerOnly == other.summerOnly
                && basis.equals(other.basis);
    }

    private static Optional<Refusal> invalid(String field, String reason) {
        return Optional.of(Refusal.invalid("N9", field, reason));
    }
}
