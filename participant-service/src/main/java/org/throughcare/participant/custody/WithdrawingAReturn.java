package org.throughcare.participant.custody;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;

/** A return to custody turns out to be a mistake and is taken back: the release that it ended stands again (L15). */
public final class WithdrawingAReturn {

    private final CustodyRecords custodies;

    public WithdrawingAReturn(CustodyRecords custodies) {
        this.custodies = custodies;
    }

    public Result<Custody> withdraw(Command command, UUID participant, UUID returned, String reason) {
        return custodies.change(
                command, participant, (custody, c) -> Returning.takenBack(custody, returned, reason, c));
    }
}
