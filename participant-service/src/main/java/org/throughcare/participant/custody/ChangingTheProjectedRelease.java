package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** The date on which a release is expected moves, comes up, or is gone (L10, L15). */
public final class ChangingTheProjectedRelease {

    private final Aggregates<Custody> custodies;
    private final CustodyTerms terms;

    public ChangingTheProjectedRelease(Aggregates<Custody> custodies, CustodyTerms terms) {
        this.custodies = custodies;
        this.terms = terms;
    }

    /** @param date null when the date became unknown */
    public Result<Custody> change(Command command, UUID participant, @Nullable LocalDate date, DateSource source) {
        return custodies.change(command, participant.toString(), custody -> {
            Custody.Circumstances c = terms.of(custody);
            UUID id = Command.derived("projected-date", participant.toString(), command.id());
            return custody.project(new Custody.ProjectedDate(id, date, source, c.now(), c.by()), c);
        });
    }
}
