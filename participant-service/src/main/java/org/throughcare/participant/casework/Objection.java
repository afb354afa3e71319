package org.throughcare.participant.casework;

/**
 * What speaks against a worker answering for a participant.
 *
 * @param rule that it comes from
 * @param because in words
 */
public record Objection(Kind kind, String rule, String because) {

    /** From what nothing helps against, to what a reason helps against. */
    public enum Kind {
        /** Left, or will have by then. */
        NOT_AT_WORK,
        /** The participant is held, and the worker is not cleared for the jail. */
        NO_CLEARANCE,
        /** A supervisor can go past it with a reason. */
        OVER_LIMIT
    }
}
