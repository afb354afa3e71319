package org.throughcare.referral.money;

import java.math.BigDecimal;
import java.util.UUID;
import org.throughcare.platform.aggregate.Happened;

/** What happens to a budget. Amounts are dollars. */
public sealed interface BudgetEvent extends Happened {

    record BudgetOpened(BigDecimal total) implements BudgetEvent {}

    record BudgetResized(BigDecimal total) implements BudgetEvent {}

    record MoneyRequested(UUID line, UUID participant, BigDecimal amount) implements BudgetEvent {}

    record MoneyApproved(UUID line, UUID participant, BigDecimal amount) implements BudgetEvent {}

    record MoneyRefused(UUID line) implements BudgetEvent {}

    record MoneySpent(UUID line, UUID participant, BigDecimal amount) implements BudgetEvent {}
}
