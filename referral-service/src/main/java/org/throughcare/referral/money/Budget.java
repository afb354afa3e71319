package org.throughcare.referral.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Supportive-service money of one fund source for one site and period (H7). A request asks for an amount against a case; approving it
 * sets the amount aside; what is spent is taken from what was set aside, and what is left of it goes back. What is set aside and spent
 * never passes the budget: all of it is one document, so that holds however many approve at once.
 *
 * @param total in dollars
 * @param allowable kinds of spending the fund source pays for
 */
public record Budget(
        UUID id,
        UUID site,
        String fundSource,
        LocalDate from,
        LocalDate until,
        BigDecimal total,
        Set<SpendingKind> allowable,
        List<Line> lines) {

    private static final int MOST_LINES = 2_000;

    /** What the money is for. */
    public enum SpendingKind {
        TRANSPORT,
        CHILDCARE,
        CLOTHING,
        TOOLS,
        IDENTIFICATION,
        HOUSING,
        FOOD,
        HEALTH,
        TRAINING_MATERIAL,
        OTHER
    }

    /** Where a line stands. */
    public enum LineState {
        REQUESTED,
        APPROVED,
        REFUSED,
        SPENT
    }

    /**
     * @param amount asked for, then approved
     * @param spent what it came to
     */
    public record Line(
            UUID id,
            UUID participant,
            SpendingKind kind,
            BigDecimal amount,
            LineState state,
            LocalDate requestedOn,
            String requestedBy,
            @Nullable String decidedBy,
            @Nullable BigDecimal spent,
            @Nullable LocalDate spentOn) {

        BigDecimal taken() {
            return switch (state) {
                case REQUESTED, REFUSED -> BigDecimal.ZERO;
                case APPROVED -> amount;
                case SPENT -> spent == null ? amount : spent;
            };
        }

        Line decided(LineState to, String by) {
            return new Line(id, participant, kind, amount, to, requestedOn, requestedBy, by, null, null);
        }

        Line spent(BigDecimal paid, LocalDate on) {
            return new Line(
                    id, participant, kind, amount, LineState.SPENT, requestedOn, requestedBy, decidedBy, paid, on);
        }
    }

    public Budget {
        allowable = allowable == null ? Set.of() : Set.copyOf(allowable);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    public static Decision<Budget> open(Budget budget) {
        if (budget.total().signum() < 0) {
            return Decision.refuse(Refusal.invalid("H7", "total", "A budget is not below zero."));
        }
        if (budget.until().isBefore(budget.from())) {
            return Decision.refuse(Refusal.invalid("H7", "until", "A budget ends after it begins."));
        }
        return Decision.accept(budget, new BudgetEvent.BudgetOpened(budget.total()));
    }

    public BigDecimal taken() {
        return lines.stream().map(Line::taken).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal left() {
        return total.subtract(taken());
    }

    public Decision<Budget> resize(BigDecimal newTotal) {
        if (newTotal.compareTo(total) == 0) {
            return Decision.unchanged();
        }
        return newTotal.compareTo(taken()) < 0
                ? Decision.refuse(Refusal.invalid("H7", "total", "More than that is approved or spent already."))
                : Decision.accept(with(newTotal, lines), new BudgetEvent.BudgetResized(newTotal));
    }

    public Decision<Budget> request(Line line, LocalDate today) {
        if (lines.size() >= MOST_LINES) {
            return Decision.refuse(Refusal.conflict("H7", "This budget holds as many lines as one can; open another."));
        }
        if (lines.stream().anyMatch(each -> each.id().equals(line.id()))) {
            return Decision.refuse(Refusal.conflict("exists-already", "This request exists already."));
        }
        if (!allowable.contains(line.kind())) {
            return Decision.refuse(Refusal.invalid("H7", "kind", fundSource + " does not pay for this."));
        }
        if (today.isBefore(from) || today.isAfter(until)) {
            return Decision.refuse(Refusal.conflict("H7", "The budget is not open on this day."));
        }
        if (line.amount().signum() <= 0) {
            return Decision.refuse(Refusal.invalid("H7", "amount", "An amount is above zero."));
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return Decision.accept(
                with(total, more), new BudgetEvent.MoneyRequested(line.id(), line.participant(), line.amount()));
    }

    public Decision<Budget> approve(UUID line, String by) {
        return decide(line, LineState.REQUESTED, each -> {
            if (each.requestedBy().equals(by)) {
                return Decision.refuse(Refusal.forbidden("H7", "Nobody approves their own request."));
            }
            if (each.amount().compareTo(left()) > 0) {
                return Decision.refuse(Refusal.conflict("H7", "Only " + left().toPlainString() + " dollars are left."));
            }
            return Decision.accept(
                    replaced(each.decided(LineState.APPROVED, by)),
                    new BudgetEvent.MoneyApproved(each.id(), each.participant(), each.amount()));
        });
    }

    public Decision<Budget> refuse(UUID line, String by) {
        return decide(
                line,
                LineState.REQUESTED,
                each -> Decision.accept(
                        replaced(each.decided(LineState.REFUSED, by)), new BudgetEvent.MoneyRefused(each.id())));
    }

    public Decision<Budget> spend(UUID line, BigDecimal paid, LocalDate on) {
        return decide(line, LineState.APPROVED, each -> {
            if (paid.signum() < 0 || paid.compareTo(each.amount()) > 0) {
                return Decision.refuse(Refusal.invalid("H7", "amount", "Between zero and what was approved."));
            }
            return Decision.accept(
                    replaced(each.spent(paid, on)), new BudgetEvent.MoneySpent(each.id(), each.participant(), paid));
        });
    }

    private interface OnLine {
        Decision<Budget> decide(Line line);
    }

    private Decision<Budget> decide(UUID id, LineState from, OnLine decision) {
        return lines.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> each.state() == from
                        ? decision.decide(each)
                        : Decision.<Budget>refuse(Refusal.conflict("H7", "This request is " + each.state() + ".")))
                .orElseGet(() -> Decision.refuse(Refusal.invalid("H7", "line", "There is no such request.")));
    }

    private Budget replaced(Line line) {
        return with(
                total,
                lines.stream()
                        .map(each -> each.id().equals(line.id()) ? line : each)
                        .toList());
    }

    private Budget with(BigDecimal newTotal, List<Line> newLines) {
        return new Budget(id, site, fundSource, from, until, newTotal, allowable, newLines);
    }
}
