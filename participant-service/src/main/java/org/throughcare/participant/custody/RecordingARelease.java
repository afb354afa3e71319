package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;

/** Someone has left the jail: as planned, by surprise, or in passing (L15). */
public final class RecordingARelease {

    /**
     * @param id the release's own id: everything that follows from it is keyed by it
     * @param on the day at the site
     * @param toFacility where a transfer goes
     */
    public record Asked(
            UUID participant,
            UUID id,
            LocalDate on,
            ReleaseKind kind,
            @Nullable String toFacility) {}

    private final CustodyRecords custodies;

    public RecordingARelease(CustodyRecords custodies) {
        this.custodies = custodies;
    }

    public Result<Custody> record(Command command, Asked asked) {
        return custodies.change(
                command,
                asked.participant(),
                (custody, c) -> custody.release(asked.id(), asked.on(), asked.kind(), asked.toFacility(), c));
    }
}
