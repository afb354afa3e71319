package org.throughcare.notes.note;

import java.time.InstantSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Something is added to a signed note; what was signed stays (N12). */
public final class AmendingANote {

    private final Aggregates<CaseNote> notes;
    private final NoteSeal seal;
    private final Salts salts;
    private final InstantSource clock;

    /**
     * @param amendment the amendment's own id
     * @param supervises whether the one who adds it supervises
     */
    public record Asked(String note, String amendment, String by, boolean supervises, String text) {}

    public AmendingANote(Aggregates<CaseNote> notes, NoteSeal seal, Salts salts, InstantSource clock) {
        this.notes = notes;
        this.seal = seal;
        this.salts = salts;
        this.clock = clock;
    }

    public Result<CaseNote> amend(Command command, Asked asked) {
        String salt = salts.next();
        return notes.change(
                command,
                asked.note(),
                note -> note.amend(
                        asked.amendment(), asked.by(), asked.supervises(), asked.text(), salt, seal, clock.instant()));
    }
}
