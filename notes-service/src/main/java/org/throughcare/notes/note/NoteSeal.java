package org.throughcare.notes.note;

/** Seals the text of a note so that only this grantee's keys open it, and only in its own place. */
public interface NoteSeal {

    String seal(String note, Content content);

    /** @throws IllegalStateException when it was not sealed here, or was tampered with */
    Content open(String note, String sealed);

    String sealAmendment(String note, String amendment, Amendment.Words words);

    /** @throws IllegalStateException when it was not sealed here, or was tampered with */
    Amendment.Words openAmendment(String note, String amendment, String sealed);

    /**
     * The same for the same content, in every instance: tells a repeat from a key that was used again for something else.
     * Keyed, since it is kept in the open and a short note could be found by trying.
     */
    String fingerprint(Writing writing);
}
