package org.throughcare.participant.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step towards a goal (L6, H6).
 *
 * @param responsible who does it: the participant, a staff member, somebody else
 * @param referredTo the partner, when it is not staff who deliver
 */
public record Step(
        String id,
        String what,
        String responsible,
        Delivery delivery,
        @Nullable String referredTo,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn) {

    /** Who brings it about. */
    public enum Delivery {
        BY_STAFF,
        REFERRED,
        BY_PARTICIPANT
    }
}
