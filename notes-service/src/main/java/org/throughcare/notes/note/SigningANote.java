package org.throughcare.notes.note;

import java.time.InstantSource;
import java.util.List;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** The author signs the draft: from now on it is evidence (N10, N12). */
public final class SigningANote {

    private final Aggregates<CaseNote> notes;
    private final NoteSeal seal;
    private final SigningTerms terms;
    private final Timeline timeline;
    private final InstantSource clock;

    public SigningANote(
            Aggregates<CaseNote> notes, NoteSeal seal, SigningTerms terms, Timeline timeline, InstantSource clock) {
        this.notes = notes;
        this.seal = seal;
        this.terms = terms;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * The timeline has it before this returns, so that its author finds it there; should this instance die in between, the
     * note's own event brings it.
     */
    public Result<CaseNote> sign(Command command, String id, String author) {
        Result<CaseNote> result = notes.change(command, id, note -> note.sign(author, seal, terms, clock.instant()));
        if (result instanceof Result.Done<CaseNote> done && done.stored().state() instanceof CaseNote.Signed signed) {
            timeline.add(Timeline.entryOf(signed));
        }
        return result;
    }

    /** What the draft still has to say; empty when there is no such draft. */
    public List<RequiredParts.Missing> missing(String id) {
        return notes.find(id).stream()
                .map(stored -> stored.state())
                .filter(CaseNote.Draft.class::isInstance)
                .map(CaseNote.Draft.class::cast)
                .flatMap(draft ->
                        RequiredParts.missing(
                                draft.heading(),
                                seal.open(draft.id(), draft.sealed()).text())
                                .stream())
                .toList();
    }
}
