package org.throughcare.participant.custody;

/** Who said when a release is to be expected. */
public enum DateSource {
    COURT_ORDER,
    JAIL_RECORDS,
    PARTICIPANT,
    STAFF_ESTIMATE
}
