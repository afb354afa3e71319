package org.throughcare.notes.note;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a case note. Nothing of its text is in here, and what happens to a draft is not announced. */
public sealed interface NoteEvent extends Happened {

    record DraftWritten(NoteKind kind) implements NoteEvent {}

    record DraftDiscarded() implements NoteEvent {}

    /** @param on the day it happened, at the site */
    record NoteSigned(Counts counts, LocalDate on, @Nullable Method method, String hash) implements NoteEvent {}

    record NoteAmended(String amendment, String hash) implements NoteEvent {}

    record NoteReviewed(String by) implements NoteEvent {}
}
