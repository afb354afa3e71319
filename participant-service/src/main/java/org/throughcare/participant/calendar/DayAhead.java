package org.throughcare.participant.calendar;

import java.time.LocalDate;

/**
 * A day that matters for a participant (Y16), at their site. It leaves the suite, so it says nothing of who they are.
 *
 * @param id the same for the same thing whenever it is asked for, so that a moved day moves the entry
 * @param what in words
 */
public record DayAhead(String id, Kind kind, LocalDate on, String what) {

    public enum Kind {
        /** The participation ends unless a service is given before. */
        EXIT,
        FOLLOW_UP,
        PLAN_REVIEW
    }
}
