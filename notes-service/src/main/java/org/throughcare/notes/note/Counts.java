package org.throughcare.notes.note;

/** What a signed note is in the count of contacts (Y7, L20). */
public enum Counts {
    CONTACT,
    ATTEMPT,
    NEITHER
}
