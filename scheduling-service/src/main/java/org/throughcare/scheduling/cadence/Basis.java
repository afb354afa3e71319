package org.throughcare.scheduling.cadence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.known.Population;

/**
 * What a cadence is worked out from, as others own it.
 *
 * @param anchor from when the first interval counts: the release, or the start of custody
 * @param lastMeetingOn the last meeting that took place, in this population
 * @param care what the level of care asks for; null when it leaves it to the programmes, and where none of these counts
 * @param working whether the participant has found work, which ends the rhythm outside (L3)
 */
public record Basis(
        ZoneId zone,
        Population population,
        @Nullable LocalDate releasedOn,
        LocalDate anchor,
        @Nullable LocalDate lastMeetingOn,
        boolean working,
        List<Rhythm> rhythms,
        @Nullable CareRhythm care) {

    public Basis {
        rhythms = List.copyOf(rhythms);
        care = rhythms.isEmpty() ? null : care;
    }

    /** Inside, the first interval counts from the day the cadence began, whichever day it is looked at. */
    Basis goingOn(Basis was) {
        boolean sameStay = releasedOn == null && was.releasedOn == null;
        CareRhythm going = care == null || was.care == null ? care : care.goingOn(was.care);
        return new Basis(
                zone, population, releasedOn, sameStay ? was.anchor : anchor, lastMeetingOn, working, rhythms, going);
    }
}
