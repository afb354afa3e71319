package org.throughcare.participant.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Two records turn out to be one person: one becomes an alias of the other, until that is undone (H8). */
public final class MergingRecords {

    private final Aggregates<Participant> participants;

    public MergingRecords(Aggregates<Participant> participants) {
        this.participants = participants;
    }

    public Result<Participant> merge(Command command, UUID alias, UUID into) {
        @Nullable
        Participant kept = participants.find(into.toString()).map(Stored::state).orElse(null);
        if (kept == null || kept.mergedInto() != null) {
            return new Result.Refused<>(
                    Refusal.invalid("H8", "into", "There is no such record, or it is an alias itself."));
        }
        return participants.change(command, alias.toString(), p -> p.mergeInto(into));
    }

    public Result<Participant> undo(Command command, UUID alias) {
        return participants.change(command, alias.toString(), Participant::undoMerge);
    }
}
