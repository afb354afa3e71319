package org.throughcare.participant.policy;

/** The programmes whose rules the suite knows; each has a policy of its own. */
public enum Programme {
    /** Jail-based American Job Centers linked to community ones. */
    LEAP,
    /** WIOA Youth as run in Texas. */
    WIOA_YOUTH_TX,
    /** WIOA Adult, Dislocated Worker and Youth as run in Montgomery County. */
    WIOA_MONTGOMERY,
    /** Case management for assisted residents under a HUD grant. */
    HUD_CHOICE,
    /** WIA case management as Chicago's Department of Family and Support Services asks for it. */
    CHICAGO
}
