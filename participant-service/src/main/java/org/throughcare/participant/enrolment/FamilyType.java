package org.throughcare.participant.enrolment;

/** Who has to live on the pay (C3). */
public enum FamilyType {
    ADULT,
    ADULT_AND_PRESCHOOLER,
    ADULT_AND_SCHOOL_AGE,
    ADULT_PRESCHOOLER_AND_SCHOOL_AGE,
    TWO_ADULTS,
    TWO_ADULTS_PRESCHOOLER_AND_SCHOOL_AGE
}
