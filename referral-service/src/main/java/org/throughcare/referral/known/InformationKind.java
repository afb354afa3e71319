package org.throughcare.referral.known;

/** Kinds of information that a release of information names one by one (C7). */
public enum InformationKind {
    IDENTITY,
    CONTACT,
    HOUSING_NEED,
    EMPLOYMENT,
    EDUCATION,
    HEALTH,
    SUBSTANCE_USE,
    RELEASE_DATE
}
