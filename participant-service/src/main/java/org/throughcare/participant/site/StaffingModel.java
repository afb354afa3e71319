package org.throughcare.participant.site;

/** Who works with a participant after release (L7). */
public enum StaffingModel {
    /** The jail's staff go on outside. */
    SAME_STAFF,
    /** Jail staff hand over to community staff. */
    TRANSITION,
    /** A team of both. */
    MIXED
}
