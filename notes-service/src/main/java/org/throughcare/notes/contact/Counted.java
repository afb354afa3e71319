package org.throughcare.notes.contact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.Method;

/**
 * A signed note in the ledger, once.
 *
 * @param id the note's
 * @param on the day at the site
 * @param contact a contact; an attempt otherwise
 */
public record Counted(String id, LocalDate on, @Nullable Method method, boolean contact) {}
