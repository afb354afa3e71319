package org.throughcare.allinone;

/** The suite cannot start, for a reason that one sentence tells. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
