package org.throughcare.referral.subject;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.throughcare.referral.money.Budget;

/** Supportive-service money that was asked for, approved, refused or spent for the person (H7), with the fund that pays. */
public record MoneyForThem(UUID budget, UUID site, String fundSource, Budget.Line line) {

    /** Of a budget those lines alone that are for this person. */
    static Stream<MoneyForThem> of(Budget budget, List<String> ids) {
        return budget.lines().stream()
                .filter(line -> ids.contains(line.participant().toString()))
                .map(line -> new MoneyForThem(budget.id(), budget.site(), budget.fundSource(), line));
    }
}
