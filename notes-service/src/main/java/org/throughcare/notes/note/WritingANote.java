package org.throughcare.notes.note;

import java.time.Instant;
import java.time.InstantSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** The author writes a draft, or writes it again. Nobody hears of it. */
public final class WritingANote {

    private final Aggregates<CaseNote> notes;
    private final NoteSeal seal;
    private final Salts salts;
    private final InstantSource clock;

    public WritingANote(Aggregates<CaseNote> notes, NoteSeal seal, Salts salts, InstantSource clock) {
        this.notes = notes;
        this.seal = seal;
        this.salts = salts;
        this.clock = clock;
    }

    public Result<CaseNote> write(Command command, Writing writing) {
        Instant now = clock.instant();
        CaseNote.Draft draft = new CaseNote.Draft(
                writing.id(),
                writing.participant(),
                writing.author(),
                writing.heading(now),
                seal.seal(writing.id(), new Content(writing.text(), salts.next())));
        return notes.createOrChange(
                command,
                writing.id(),
                before -> before.map(note -> rewritten(note.rewrite(draft), command))
                        .orElseGet(() -> CaseNote.start(draft)));
    }

    /** Of two devices the later one must have seen what it writes over. */
    private static Decision<CaseNote> rewritten(Decision<CaseNote> decision, Command command) {
        return decision instanceof Decision.Accepted<CaseNote> && command.expectedRevision() == null
                ? Decision.refuse(Refusal.withoutPrecondition())
                : decision;
    }
}
