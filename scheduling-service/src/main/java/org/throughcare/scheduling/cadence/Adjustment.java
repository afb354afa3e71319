package org.throughcare.scheduling.cadence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A worker's word on the rhythm (L11, L3). It ends when the participant's population changes.
 *
 * @param everyDays the step that holds; null for an exemption
 */
public record Adjustment(Kind kind, @Nullable Integer everyDays, String reason, String by, LocalDate on) {

    public enum Kind {
        /** Stay at this step although the taper would go on. */
        HOLD,
        /** A wider step than the policy's. */
        WIDEN,
        /** Back to the policy's step. */
        RESUME,
        /** Sober living exempts through its housing condition, until the housing changes. */
        EXEMPT_SOBER_LIVING,
        END_EXEMPTION
    }
}
