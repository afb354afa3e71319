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
 * @param working whether the participant has found work, which ends the rhythm outside (L3)
 */
public record Basis(
        ZoneId zone,
        Population population,
        @Nullable LocalDate releasedOn,
        LocalDate anchor,
        @Nullable LocalDate lastMeetingOn,
        boolean working,
        List<Rhythm> rhythms) {

    public Basis {
        rhythms = List.copyOf(rhythms);
    }
}
