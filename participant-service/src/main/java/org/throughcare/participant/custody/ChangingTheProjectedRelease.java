package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;

/** The date on which a release is expected moves, comes up, or is gone (L10, L15). */
public final class ChangingTheProjectedRelease {

    private final CustodyRecords custodies;

    public ChangingTheProjectedRelease(CustodyRecords custodies) {
        this.custodies = custodies;
    }

    /** @param date null when the date became unknown */
    public Result<Custody> change(Command command, UUID participant, @Nullable LocalDate date, DateSource source) {
        UUID id = Command.derived("projected-date", participant.toString(), command.id());
        return custodies.change(
                command,
                participant,
                (custody, c) -> custody.project(new Custody.ProjectedDate(id, date, source, c.now(), c.by()), c));
    }
}
