package org.throughcare.participant.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.assessment.AssessmentPart;

/**
 * One step towards a goal (L6, H6).
 *
 * @param responsible who does it: the participant, a staff member, somebody else
 * @param referredTo who delivers, when it is not the staff of the case
 * @param need the need that it answers
 */
public record Step(
        String id,
        String what,
        String responsible,
        Delivery delivery,
        @Nullable String referredTo,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        AssessmentPart.@Nullable Area need) {

    /** Who brings it about. */
    public enum Delivery {
        BY_STAFF,
        /** By a partner. */
        REFERRED,
        /** By other staff of the job center. */
        REFERRED_TO_AJC_STAFF,
        BY_PARTICIPANT
    }

    /** What somebody else does for the participant is a service. */
    boolean isService() {
        return delivery != Delivery.BY_PARTICIPANT;
    }

    boolean referred() {
        return delivery == Delivery.REFERRED || delivery == Delivery.REFERRED_TO_AJC_STAFF;
    }

    /** Whoever delivers it, and whatever its id: a step that is reworded into something else is something else. */
    boolean sameServiceAs(Step other) {
        return isService() && other.isService() && what.strip().equalsIgnoreCase(other.what.strip());
    }
}
