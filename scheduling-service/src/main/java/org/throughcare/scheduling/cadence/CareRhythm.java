package org.throughcare.scheduling.cadence;

import java.time.LocalDate;

/**
 * How often the level of care wants a participant met (H5), whatever the programmes do.
 *
 * @param everyDays longest time between meetings, in calendar days
 * @param since from when it has asked for that; the first interval begins no earlier, so that a level that is raised makes
 *     nobody late
 */
public record CareRhythm(int everyDays, LocalDate since) {

    LocalDate dueAfter(LocalDate from) {
        return (from.isBefore(since) ? since : from).plusDays(everyDays);
    }

    /** Under another name it is the same rhythm, and goes on. */
    CareRhythm goingOn(CareRhythm before) {
        return before.everyDays == everyDays ? before : this;
    }
}
