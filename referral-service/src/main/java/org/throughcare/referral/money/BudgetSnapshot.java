package org.throughcare.referral.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A budget as the other services know it: sums, and nobody's name beside them. */
public record BudgetSnapshot(
        UUID id,
        UUID site,
        String fundSource,
        LocalDate from,
        LocalDate until,
        BigDecimal total,
        BigDecimal taken,
        BigDecimal left) {

    public static BudgetSnapshot of(Budget budget) {
        return new BudgetSnapshot(
                budget.id(),
                budget.site(),
                budget.fundSource(),
                budget.from(),
                budget.until(),
                budget.total(),
                budget.taken(),
                budget.left());
    }
}
