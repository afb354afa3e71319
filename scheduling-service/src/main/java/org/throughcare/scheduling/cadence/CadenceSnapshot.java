package org.throughcare.scheduling.cadence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.known.Population;

/** A cadence as the world may know it. */
public record CadenceSnapshot(
        String participant,
        Population population,
        @Nullable Integer everyDays,
        String step,
        @Nullable LocalDate nextMeetingBy,
        boolean held,
        boolean exempt,
        @Nullable String reason) {

    public static CadenceSnapshot of(Cadence c) {
        Adjustment adjustment = c.adjustment();
        Adjustment exempt = c.exempt();
        return new CadenceSnapshot(
                c.participant(),
                c.basis().population(),
                c.everyDays(),
                c.step(),
                c.nextMeetingBy(),
                adjustment != null,
                exempt != null,
                adjustment != null ? adjustment.reason() : exempt != null ? exempt.reason() : null);
    }
}
