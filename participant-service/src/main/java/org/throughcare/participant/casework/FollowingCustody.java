package org.throughcare.participant.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
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
        String id = participant.toString();
        @Nullable Stored<Case> at = cases.find(id).orElse(null);
        for (int step = 0; at != null && step < STEPS; step++) {
            at = stepped(id, at);
        }
    }

    /**
     * Custody is read after the case, and the step is taken at that revision of the case only: so a case never goes back to
     * an older state of custody than it followed.
     *
     * @return the case to look at next; null when nothing is left to do
     */
    private @Nullable Stored<Case> stepped(String id, Stored<Case> before) {
        @Nullable Stored<Custody> custody = custodies.find(id).orElse(null);
        if (custody == null) {
            return null;
        }
        CustodyFacts facts = CustodyFacts.of(custody.state());
        if (FollowingSteps.next(before.state(), facts, clock.now()) instanceof Decision.Unchanged<Case>) {
            return null;
        }
        Case.Terms now = CaseTerms.of(terms.at(before.state().site()).policy());
        String cause = custody.revision() + "/" + before.revision();
        Result<Case> result = cases.change(
                Command.effectOf("case-follows-custody", cause, id).expecting(before.revision()),
                id,
                of -> FollowingSteps.next(of.under(now), facts, clock.now()));
        return switch (result) {
            case Result.Done<Case> done -> done.stored();
            case Result.Stale<Case> _ -> cases.find(id).orElse(null);
            case Result.Unchanged<Case> _, Result.Refused<Case> _, Result.Missing<Case> _ -> null;
        };
    }
}
