package org.throughcare.participant.casework;

/** Where a case stands (H1); it can go back. */
public enum Phase {
    SCREENING,
    ASSESSING,
    PLANNING,
    IMPLEMENTING,
    FOLLOWING_UP,
    TRANSITIONING,
    EVALUATING
}
