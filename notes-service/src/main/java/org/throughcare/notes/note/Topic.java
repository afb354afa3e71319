package org.throughcare.notes.note;

/** What a meeting can cover (L4). */
public enum Topic {
    GOALS,
    PRE_RELEASE_SERVICE_PLAN,
    BARRIERS,
    EMPLOYMENT_PLAN,
    RELEASE_DATE,
    SUPPORTIVE_SERVICES_AFTER_RELEASE
}
