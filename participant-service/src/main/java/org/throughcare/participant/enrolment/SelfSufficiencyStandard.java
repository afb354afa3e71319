package org.throughcare.participant.enrolment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What each family type needs to live on without assistance, as data with versions (C3).
 *
 * @param place where it holds
 */
public record SelfSufficiencyStandard(String place, int version, LocalDate effectiveFrom, List<Need> needs) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Dollars a year before tax. */
    public record Need(FamilyType family, BigDecimal perYear) {}

    /**
     * How a job compares with the standard of its day.
     *
     * @param percent pay as a percentage of the need, rounded down
     */
    public record Comparison(
            FamilyType family, int standardVersion, BigDecimal neededPerYear, int percent, boolean selfSufficient) {}

    public SelfSufficiencyStandard {
        needs = List.copyOf(needs);
    }

    Comparison compare(FamilyType family, Pay pay) {
        BigDecimal need = needs.stream()
                .filter(n -> n.family() == family)
                .map(Need::perYear)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the standard lacks " + family));
        int percent = pay.perYear()
                .multiply(HUNDRED)
                .divide(need, 0, RoundingMode.DOWN)
                .intValue();
        return new Comparison(family, version, need, percent, pay.perYear().compareTo(need) >= 0);
    }
}
