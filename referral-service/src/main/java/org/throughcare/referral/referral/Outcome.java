package org.throughcare.referral.referral;

import java.time.LocalDate;

/**
 * How a referral ended for the person.
 *
 * @param on the day at the site
 */
public record Outcome(Kind kind, LocalDate on) {

    /** As the partner reports it. */
    public enum Kind {
        ENROLLED,
        WAITLISTED,
        NOT_ENROLLED,
        SERVICE_PROVIDED,
        HOUSED,
        HIRED,
        TRAINED,
        DID_NOT_ATTEND,
        OTHER
    }
}
