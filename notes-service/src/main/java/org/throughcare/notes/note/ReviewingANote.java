package org.throughcare.notes.note;

import java.time.InstantSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** A supervisor has read a signed note (N12). */
public final class ReviewingANote {

    private final Aggregates<CaseNote> notes;
    private final InstantSource clock;

    public ReviewingANote(Aggregates<CaseNote> notes, InstantSource clock) {
        this.notes = notes;
        this.clock = clock;
    }

    public Result<CaseNote> review(Command command, String id, String by) {
        String review = Command.derived("review", id, by).toString();
        return notes.change(command, id, note -> note.review(review, by, clock.instant()));
    }
}
