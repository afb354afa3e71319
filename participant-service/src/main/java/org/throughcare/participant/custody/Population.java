package org.throughcare.participant.custody;

/** The three scheduling populations (L10): derived, never typed in. */
public enum Population {
    /** In custody with no imminent release. */
    IN_CUSTODY,
    /** The projected date is near. */
    NEAR_RELEASE,
    RELEASED
}
