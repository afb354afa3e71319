package org.throughcare.scheduling.cadence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.known.Population;

/** A cadence as the world may know it: neither why somebody changed it nor whether sober living stands in for it. */
public record CadenceSnapshot(
        String participant,
        Population population,
        @Nullable Integer everyDays,
        String step,
        @Nullable LocalDate nextMeetingBy,
        boolean held) {

    public static CadenceSnapshot of(Cadence c) {
        return new CadenceSnapshot(
                c.participant(),
                c.basis().population(),
                c.everyDays(),
                c.step(),
                c.nextMeetingBy(),
                c.adjustment() != null);
    }
}
