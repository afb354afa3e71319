package org.throughcare.referral.referral;

/** The two sides of a referral. */
public enum Party {
    REQUESTER,
    PARTNER
}
