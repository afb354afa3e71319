package org.throughcare.referral.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

class BudgetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private static Budget hundred() {
        return new Budget(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "WIOA Adult",
                TODAY.minusDays(1),
                TODAY.plusDays(1),
                new BigDecimal("100.00"),
                Set.of(Budget.SpendingKind.TRANSPORT),
                List.of());
    }

    private static Budget.Line line(UUID id, String amount, Budget.SpendingKind kind) {
        return new Budget.Line(
                id,
                UUID.randomUUID(),
                kind,
                new BigDecimal(amount),
                Budget.LineState.REQUESTED,
                TODAY,
                "worker",
                null,
                null,
                null);
    }

    private static Budget after(Decision<Budget> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Budget>) decision).state();
    }

    private static Refusal no(Decision<Budget> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Budget>) decision).refusal();
    }

    private static Budget asked(Budget budget, UUID id, String amount) {
        return after(budget.request(line(id, amount, Budget.SpendingKind.TRANSPORT), TODAY));
    }

    @Test
    @DisplayName("H7 the last cent can be approved, one cent more cannot")
    void lastCent() {
        Budget budget =
                after(asked(asked(hundred(), FIRST, "60.00"), SECOND, "40.00").approve(FIRST, "supervisor"));
        assertThat(after(budget.approve(SECOND, "supervisor")).left()).isZero();
        Budget tooMuch =
                after(asked(asked(hundred(), FIRST, "60.00"), SECOND, "40.01").approve(FIRST, "supervisor"));
        assertThat(no(tooMuch.approve(SECOND, "supervisor")).reason()).contains("40.00");
    }

    @Test
    @DisplayName("H7 what was set aside and not spent goes back")
    void goesBack() {
        Budget approved = after(asked(hundred(), FIRST, "60.00").approve(FIRST, "supervisor"));
        assertThat(after(approved.spend(FIRST, new BigDecimal("45.50"), TODAY)).left())
                .isEqualByComparingTo("54.50");
        assertThat(no(approved.spend(FIRST, new BigDecimal("60.01"), TODAY)).field())
                .isEqualTo("amount");
    }

    @Test
    @DisplayName("H7 what the fund source does not pay for is refused, and so is a day outside its period")
    void notAllowable() {
        assertThat(no(hundred().request(line(FIRST, "1.00", Budget.SpendingKind.FOOD), TODAY))
                        .field())
                .isEqualTo("kind");
        assertThat(no(hundred().request(line(FIRST, "1.00", Budget.SpendingKind.TRANSPORT), TODAY.plusDays(2)))
                        .rule())
                .isEqualTo("H7");
    }

    @Test
    @DisplayName("H7 nobody approves their own request")
    void ownRequest() {
        assertThat(no(asked(hundred(), FIRST, "1.00").approve(FIRST, "worker")).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    @DisplayName("H7 a budget is not cut below what is taken from it")
    void cut() {
        Budget approved = after(asked(hundred(), FIRST, "60.00").approve(FIRST, "supervisor"));
        assertThat(after(approved.resize(new BigDecimal("60.00"))).left()).isZero();
        assertThat(no(approved.resize(new BigDecimal("59.99"))).field()).isEqualTo("total");
    }
}
