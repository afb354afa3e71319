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
     * The timeline has it before the note is signed, so that its author finds it there at once and no crash can leave a signed
     * note out of it; an entry whose note stayed a draft shows nothing.
     */
    public Result<CaseNote> sign(Command command, String id, String author) {
        return notes.change(command, id, note -> timeline.placing(note.sign(author, seal, terms, clock.instant())));
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
