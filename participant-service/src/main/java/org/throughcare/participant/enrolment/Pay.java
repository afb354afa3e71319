package org.throughcare.participant.enrolment;

import java.math.BigDecimal;

/**
 * What a job pays.
 *
 * @param hourlyWage in dollars
 */
public record Pay(BigDecimal hourlyWage, BigDecimal hoursPerWeek) {

    private static final BigDecimal WEEKS_IN_A_YEAR = BigDecimal.valueOf(52);

    /** Before tax, in dollars. */
    BigDecimal perYear() {
        return hourlyWage.multiply(hoursPerWeek).multiply(WEEKS_IN_A_YEAR);
    }
}
