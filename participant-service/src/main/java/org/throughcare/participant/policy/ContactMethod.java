package org.throughcare.participant.policy;

/** How a participant was, or was to be, reached. Which of them make a contact and which only an attempt is policy. */
public enum ContactMethod {
    IN_PERSON,
    VIDEO,
    PHONE,
    EMAIL,
    TEXT,
    LETTER,
    POSTCARD,
    SOCIAL_MEDIA,
    HOME_VISIT,
    SCHOOL_VISIT,
    WORK_VISIT,
    THROUGH_AGENCY
}
