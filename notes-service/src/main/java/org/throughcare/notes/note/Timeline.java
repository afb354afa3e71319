package org.throughcare.notes.note;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;

/**
 * Signed notes of a person, newest first by when it happened: a read collection beside the notes, so that the latest
 * twenty cost the same however many there are. A note has its entry before it is signed; adding is repeatable, and an entry
 * whose note is not signed after all is passed over. It can be rebuilt from the notes.
 */
public interface Timeline {

    /** Where a page begins: behind this entry. */
    record After(Instant occurredAt, String id) {}

    /** @param note the note's id */
    record Entry(String note, String participant, Instant occurredAt) {}

    void add(Entry entry);

    /** Gives the note its entry when the decision signs it. */
    default Decision<CaseNote> placing(Decision<CaseNote> decision) {
        if (decision instanceof Decision.Accepted<CaseNote> accepted
                && accepted.state() instanceof CaseNote.Signed signed) {
            add(entryOf(signed));
        }
        return decision;
    }

    /** @param participants all ids of one person that may be shown (H8); a page goes on behind an entry of whichever of them */
    List<Entry> latest(List<String> participants, @Nullable After after, int limit);

    /** The signed notes of these entries, in their order; one that cannot be found or is not signed is left out. */
    List<CaseNote.Signed> notes(List<Entry> entries);

    /** Adds every signed note of the grantee in scope. */
    long rebuild();

    static Entry entryOf(CaseNote.Signed signed) {
        var occurred = signed.heading().occurredAt();
        return new Entry(
                signed.id(), signed.participant(), occurred == null ? signed.signedAt() : occurred.toInstant());
    }
}
