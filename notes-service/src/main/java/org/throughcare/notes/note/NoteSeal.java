package org.throughcare.notes.note;

/** Seals the text of a note so that only this grantee's keys open it, and only in its own place. */
public interface NoteSeal {

    String seal(String note, Content content);

    /** @throws IllegalStateException when it was not sealed here, or was tampered with */
    Content open(String note, String sealed);

    String sealAmendment(String note, String amendment, Amendment.Words words);

    /** @throws IllegalStateException when it was not sealed here, or was tampered with */
    Amendment.Words openAmendment(String note, String amendment, String sealed);
}
