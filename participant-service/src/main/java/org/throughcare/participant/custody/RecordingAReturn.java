package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Someone is held again: after a release, or back from court, hospital or a temporary absence. */
public final class RecordingAReturn {

    /** @param facility asked for after a release; otherwise the one that was left in passing */
    public record Asked(
            UUID participant,
            UUID id,
            LocalDate on,
            @Nullable String facility) {}

    private final Aggregates<Custody> custodies;
    private final CustodyTerms terms;

    public RecordingAReturn(Aggregates<Custody> custodies, CustodyTerms terms) {
        this.custodies = custodies;
        this.terms = terms;
    }

    public Result<Custody> record(Command command, Asked asked) {
        return custodies.change(
                command,
                asked.participant().toString(),
                custody -> custody.comeBack(asked.id(), asked.on(), asked.facility(), terms.of(custody)));
    }
}
