package org.throughcare.platform.backup;

/** What was asked cannot be done; the message is a sentence for the person at the terminal. */
public final class CannotBeDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotBeDone(String sentence) {
        super(sentence);
    }
}
