package org.throughcare.notes.note;

import java.time.InstantSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** The author throws a draft away; a signed note cannot be. */
public final class DiscardingADraft {

    private final Aggregates<CaseNote> notes;
    private final InstantSource clock;

    public DiscardingADraft(Aggregates<CaseNote> notes, InstantSource clock) {
        this.notes = notes;
        this.clock = clock;
    }

    public Result<CaseNote> discard(Command command, String id, String by) {
        return notes.change(command, id, note -> note.discard(by, clock.instant()));
    }
}
