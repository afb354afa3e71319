package org.throughcare.participant.enrolment;

/** Whose money pays, which decides what is allowable (N4) and which follow-up clock runs (N8). */
public enum FundSource {
    WIOA_ADULT,
    WIOA_DISLOCATED_WORKER,
    WIOA_YOUTH,
    LEAP_GRANT,
    SNAP,
    CHOICES,
    HUD,
    OTHER;

    /** Adults and dislocated workers are followed from their first day of employment, all others from exit (N8). */
    public boolean followedFromEmployment() {
        return this == WIOA_ADULT || this == WIOA_DISLOCATED_WORKER;
    }
}
