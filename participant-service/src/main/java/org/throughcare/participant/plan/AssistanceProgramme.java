package org.throughcare.participant.plan;

/** Public assistance that asks something of who gets it (C8). */
public enum AssistanceProgramme {
    /** Temporary Assistance for Needy Families. */
    TANF,
    /** Supplemental Nutrition Assistance Program. */
    SNAP,
    /** A state's or county's general assistance. */
    GENERAL_ASSISTANCE,
    HOUSING_ASSISTANCE,
    OTHER
}
