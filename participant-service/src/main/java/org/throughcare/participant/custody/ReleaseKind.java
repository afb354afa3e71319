package org.throughcare.participant.custody;

/** How a person left a jail. Only the first two are a release in the sense of everything that follows one. */
public enum ReleaseKind {
    PLANNED,
    /** By surprise. */
    UNPLANNED,
    /** To another facility. */
    TRANSFER,
    COURT,
    HOSPITAL,
    TEMPORARY_ABSENCE,
    DEATH;

    /** Free, and expected to stay so. */
    public boolean released() {
        return this == PLANNED || this == UNPLANNED;
    }

    /** Expected back in the same custody. */
    boolean passing() {
        return this == COURT || this == HOSPITAL || this == TEMPORARY_ABSENCE;
    }
}
