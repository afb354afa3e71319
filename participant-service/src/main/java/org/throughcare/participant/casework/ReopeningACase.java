package org.throughcare.participant.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * A closed case is taken up again, by who had it: cleared for the jail where that is needed (L12), and with a place on their caseload (L2).
 * If they left meanwhile, it goes on to those who took over from them.
 */
public final class ReopeningACase {

    private final Aggregates<Case> cases;
    private final CaseTerms terms;
    private final TakingAPlace places;
    private final JailClearance clearance;
    private final BusinessClock clock;

    public ReopeningACase(
            Aggregates<Case> cases,
            CaseTerms terms,
            TakingAPlace places,
            JailClearance clearance,
            BusinessClock clock) {
        this.cases = cases;
        this.terms = terms;
        this.places = places;
        this.clearance = clearance;
        this.clock = clock;
    }

    public Result<Case> reopen(Command command, UUID participant, Caseload.Grounds grounds) {
        @Nullable
        Case before = cases.find(participant.toString()).map(Stored::state).orElse(null);
        if (before == null) {
            return new Result.Missing<>();
        }
        @Nullable StaffMember worker = places.working(before.primary());
        if (before.state() == Case.State.CLOSED && worker != null) {
            Refusal uncleared = clearance.refusal(
                    participant, before.zone(), worker, before.team().primary().setting(), "clearance of the worker");
            if (uncleared != null) {
                return new Result.Refused<>(uncleared);
            }
            Refusal full = places.take(
                    before.primary(),
                    participant,
                    before.side(),
                    before.weightPercent(),
                    terms.at(before.site()).policy(),
                    grounds);
            if (full != null) {
                return new Result.Refused<>(full);
            }
        }
        return cases.change(command, participant.toString(), of -> of.reopen(clock.now()));
    }
}
