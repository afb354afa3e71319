package org.throughcare.notes.note;

import java.util.List;

/** Unfinished notes, of the grantee in scope. */
@FunctionalInterface
public interface Drafts {

    /** The author's own under any of these ids of one person, the earliest written first. */
    List<CaseNote.Draft> of(String author, List<String> participants);
}
