package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff open a handover ahead of a release (L7). */
public final class OpeningAHandover {

    private final Aggregates<Case> cases;
    private final Aggregates<Custody> custodies;
    private final TakingAPlace staff;
    private final BusinessClock clock;

    public OpeningAHandover(
            Aggregates<Case> cases, Aggregates<Custody> custodies, TakingAPlace staff, BusinessClock clock) {
        this.cases = cases;
        this.custodies = custodies;
        this.staff = staff;
        this.clock = clock;
    }

    public Result<Case> open(Command command, UUID participant, UUID id, @Nullable UUID to, @Nullable LocalDate dueOn) {
        return cases.change(
                command,
                participant.toString(),
                of -> to != null && staff.working(to) == null
                        ? Decision.refuse(Refusal.invalid("L7", "to", "There is no such staff member at work."))
                        : CaseTeamwork.openHandover(of, custody(participant), id, to, dueOn, clock.now()));
    }

    private CustodyFacts custody(UUID participant) {
        return custodies
                .find(participant.toString())
                .map(held -> CustodyFacts.of(held.state()))
                .orElseGet(CustodyFacts::none);
    }
}
