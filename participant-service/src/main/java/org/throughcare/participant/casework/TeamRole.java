package org.throughcare.participant.casework;

/** What a worker is to a case. */
public enum TeamRole {
    /** Answers for the participant; there is exactly one at any time (C6). */
    PRIMARY,
    SECONDARY,
    SUPPORT
}
