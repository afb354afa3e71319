package org.throughcare.notes.note;

/** What a note is about. */
public enum NoteKind {
    /** A planned meeting; says which topics it covered (L4). */
    MEETING,
    /** Any other conversation with the participant. */
    CONTACT,
    /** A try that did not reach the participant (Y7, Y8). */
    ATTEMPT,
    /** A service that was given; its evidence (N4, N11). */
    SERVICE,
    /** Staff among themselves: never counts as contact with the participant (L20). */
    STAFF_CHECK_IN,
    /** Something for the file without anybody being met: a planned gap's reason, a revised plan's justification. */
    FILE_NOTE;

    boolean meetsTheParticipant() {
        return this == MEETING || this == CONTACT || this == SERVICE;
    }
}
