package org.throughcare.participant.household;

/** Whom the work is with (H4). */
public enum Approach {
    /** Each participant alone, by their own plan. */
    INDIVIDUAL,
    /** The family together, by a family plan beside the individual ones. */
    FAMILY_CENTRED
}
