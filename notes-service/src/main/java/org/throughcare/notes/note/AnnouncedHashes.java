package org.throughcare.notes.note;

import java.util.Optional;

/** What the append-only journal says was signed: its own store, which whoever changes a note does not change with it. */
@FunctionalInterface
public interface AnnouncedHashes {

    /** Empty while the entry has not reached the journal. */
    Optional<String> whenSigned(String note);
}
