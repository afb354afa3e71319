package org.throughcare.notes.note;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signed notes of a participant, newest first by when it happened: a read collection beside the notes, so that the latest
 * twenty cost the same however many there are. Adding is repeatable; it can be rebuilt from the notes.
 */
public interface Timeline {

    /** Where a page begins: behind this entry. */
    record After(Instant occurredAt, String id) {}

    /** @param note the note's id */
    record Entry(String note, String participant, Instant occurredAt) {}

    void add(Entry entry);

    List<Entry> latest(String participant, @Nullable After after, int limit);

    /** The notes of these entries, in their order; one that cannot be found is left out. */
    List<CaseNote.Signed> notes(List<Entry> entries);

    /** Adds every signed note of the grantee in scope. */
    long rebuild();

    static Entry entryOf(CaseNote.Signed signed) {
        var occurred = signed.heading().occurredAt();
        return new Entry(
                signed.id(), signed.participant(), occurred == null ? signed.signedAt() : occurred.toInstant());
    }
}
