package org.throughcare.notes.note;

/**
 * What is sealed of a note.
 *
 * @param salt random, so that the announced hash of a short text says nothing about the text
 */
public record Content(NoteText text, String salt) {}
