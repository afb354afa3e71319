package org.throughcare.participant.identity;

/** Why someone comes first in intake queues and waitlists (Y1). */
public enum PriorityGround {
    VETERAN,
    FOSTER_YOUTH
}
