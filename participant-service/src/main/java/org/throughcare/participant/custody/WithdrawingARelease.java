package org.throughcare.participant.custody;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;

/** A release turns out to be a mistake and is taken back, with all that followed from it (L15). */
public final class WithdrawingARelease {

    private final CustodyRecords custodies;

    public WithdrawingARelease(CustodyRecords custodies) {
        this.custodies = custodies;
    }

    /** @param reason may be blank while the release has not settled */
    public Result<Custody> withdraw(Command command, UUID participant, UUID release, String reason) {
        return custodies.change(command, participant, (custody, c) -> custody.withdraw(release, reason, c));
    }
}
