package org.throughcare.participant.casework;

/** Where a case stands (H1); it can go back. */
public enum Phase {
    SCREENING,
    /** With risk stratification, which comes to the level of care (H5). */
    ASSESSING,
    PLANNING,
    IMPLEMENTING,
    FOLLOWING_UP,
    /** With communication after it. */
    TRANSITIONING,
    EVALUATING;

    boolean isBefore(Phase other) {
        return compareTo(other) < 0;
    }
}
