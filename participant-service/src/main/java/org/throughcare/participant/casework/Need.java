package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.participant.site.Setting;

/**
 * What a case asks of whoever is to answer for it.
 *
 * @param held custody is on record, and no release from it: only who is cleared gets to see the participant (L12)
 * @param weight what it counts for, in hundredths of an ordinary case (L2)
 * @param limit of the side it counts on, in ordinary cases
 */
record Need(UUID participant, Caseload.Side side, boolean held, int weight, int limit) {

    /** Where the work on it is. */
    Setting setting() {
        return side == Caseload.Side.BEFORE ? Setting.JAIL : Setting.COMMUNITY;
    }
}
