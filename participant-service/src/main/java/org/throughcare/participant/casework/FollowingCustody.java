package org.throughcare.participant.casework;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * A case catches up with custody (L7, L15), whichever of the two moved. It looks at both as they are now: news that is
 * late, doubled or overtaken finds nothing left to do.
 */
public final class FollowingCustody {

    private static final int STEPS = 12;

    private final Aggregates<Case> cases;
    private final Aggregates<Custody> custodies;
    private final CaseTerms terms;
    private final BusinessClock clock;

    public FollowingCustody(
            Aggregates<Case> cases, Aggregates<Custody> custodies, CaseTerms terms, BusinessClock clock) {
        this.cases = cases;
        this.custodies = custodies;
        this.terms = terms;
        this.clock = clock;
    }

    public void follow(UUID participant) {
        for (int step = 0; step < STEPS; step++) {
            if (!stepped(participant)) {
                return;
            }
        }
    }

    private boolean stepped(UUID participant) {
        @Nullable
        Stored<Custody> custody = custodies.find(participant.toString()).orElse(null);
        Optional<Stored<Case>> before = cases.find(participant.toString());
        if (custody == null || before.isEmpty()) {
            return false;
        }
        CustodyFacts facts = CustodyFacts.of(custody.state());
        Case.Terms now = CaseTerms.of(terms.at(before.get().state().site()).policy());
        String cause = custody.revision() + "/" + before.get().revision();
        Result<Case> result = cases.change(
                Command.effectOf("case-follows-custody", cause, participant.toString()),
                participant.toString(),
                of -> FollowingSteps.next(of.under(now), facts, clock.now()));
        return result instanceof Result.Done<Case>;
    }
}
