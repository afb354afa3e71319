package org.throughcare.participant.consent;

/** What a release of information can cover; each is named in it or not covered. */
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
