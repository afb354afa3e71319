package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;

/**
 * A pause that was agreed beforehand (Y9). While it lasts the participation does not end.
 *
 * @param until last day of the estimated period
 * @param note the note that says why, for how long, and what follows
 * @param expectedServices codes of the qualifying services that follow
 */
public record PlannedGap(
        String id,
        LocalDate from,
        LocalDate until,
        Reason reason,
        String note,
        List<String> expectedServices,
        LocalDate plannedOn,
        String by) {

    /** The four reasons that are valid. */
    public enum Reason {
        DELAY_BEFORE_TRAINING,
        HEALTH,
        FAMILY_CARE,
        /** National Guard and other military service included. */
        TEMPORARY_MOVE
    }

    public PlannedGap {
        expectedServices = List.copyOf(expectedServices);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
