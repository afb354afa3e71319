package org.throughcare.scheduling.cadence.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.cadence.Adjustment;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.known.Population;

/** A cadence as those see it to whom the case is open. */
record CadenceView(
        String participant,
        Population population,
        @Nullable Integer everyDays,
        String step,
        @Nullable LocalDate nextMeetingBy,
        boolean held,
        boolean exempt,
        @Nullable String reason) {

    static CadenceView of(Cadence c) {
        Adjustment adjustment = c.adjustment();
        Adjustment exempt = c.exempt();
        return new CadenceView(
                c.participant(),
                c.basis().population(),
                c.everyDays(),
                exempt != null && c.everyDays() == null ? "sober living" : c.step(),
                c.nextMeetingBy(),
                adjustment != null,
                exempt != null,
                adjustment != null ? adjustment.reason() : exempt != null ? exempt.reason() : null);
    }
}
