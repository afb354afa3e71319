package org.throughcare.participant.custody;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** A release turns out to be a mistake and is taken back, with all that followed from it (L15). */
public final class WithdrawingARelease {

    private final Aggregates<Custody> custodies;
    private final CustodyTerms terms;

    public WithdrawingARelease(Aggregates<Custody> custodies, CustodyTerms terms) {
        this.custodies = custodies;
        this.terms = terms;
    }

    /** @param reason may be blank while the release has not settled */
    public Result<Custody> withdraw(Command command, UUID participant, UUID release, String reason) {
        return custodies.change(
                command, participant.toString(), custody -> custody.withdraw(release, reason, terms.of(custody)));
    }
}
