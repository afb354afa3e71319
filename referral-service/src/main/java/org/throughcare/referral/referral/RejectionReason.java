package org.throughcare.referral.referral;

/** Why a partner declines; each kind is counted, free text would not be. */
public enum RejectionReason {
    NO_CAPACITY,
    WAITLIST_ONLY,
    NOT_ELIGIBLE,
    ADDITIONAL_ASSESSMENT_REQUIRED,
    OUT_OF_AREA,
    NOT_REACHED,
    OTHER
}
