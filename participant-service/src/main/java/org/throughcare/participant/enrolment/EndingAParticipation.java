package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff end a participation: the exemptions of N7, or employment (N8). */
public final class EndingAParticipation {

    /**
     * @param since first day of what makes taking part impossible
     * @param expectedUntil its expected end; the basis of the expectation belongs in the reason
     */
    public record ExitDecision(
            String participant,
            Exit.Kind kind,
            String reason,
            @Nullable String note,
            @Nullable String document,
            @Nullable LocalDate since,
            @Nullable LocalDate expectedUntil,
            boolean returnExpected,
            boolean jobCorps,
            boolean confirmed,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final TermsInForce terms;
    private final Detentions detentions;
    private final BusinessClock clock;

    public EndingAParticipation(
            Aggregates<Enrolment> enrolments, TermsInForce terms, Detentions detentions, BusinessClock clock) {
        this.enrolments = enrolments;
        this.terms = terms;
        this.detentions = detentions;
        this.clock = clock;
    }

    public Result<Enrolment> end(Command command, ExitDecision d) {
        @Nullable LocalDate held = detentions.heldSince(d.participant());
        return enrolments.change(command, d.participant(), enrolment -> {
            if (enrolment.state() != Enrolment.State.PARTICIPATING) {
                return Decision.refuse(Refusal.conflict("N7", "There is no participation to end."));
            }
            LocalDate today = enrolment.day(clock.now());
            ExitRules.Wish wish = new ExitRules.Wish(
                    d.kind(),
                    d.reason(),
                    d.note(),
                    d.document(),
                    d.since(),
                    d.expectedUntil(),
                    d.returnExpected(),
                    d.jobCorps(),
                    d.confirmed(),
                    d.by());
            return enrolment.exit(wish, terms.of(enrolment, today), today, held);
        });
    }
}
