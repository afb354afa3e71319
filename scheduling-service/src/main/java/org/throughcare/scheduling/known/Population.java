package org.throughcare.scheduling.known;

/** The three scheduling populations (L10), derived by the owner of custody and never typed in. */
public enum Population {
    IN_CUSTODY,
    NEAR_RELEASE,
    RELEASED
}
