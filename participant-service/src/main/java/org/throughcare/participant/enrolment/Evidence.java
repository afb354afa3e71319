package org.throughcare.participant.enrolment;

import java.time.LocalDate;

/**
 * That a service was given on a day (N4).
 *
 * @param id the signed note's or the attended appointment's id
 * @param on the day at the site on which it was given
 */
public record Evidence(String id, Kind kind, LocalDate on) {

    /** What can prove that a service was given. */
    public enum Kind {
        NOTE,
        ATTENDANCE
    }
}
