package org.throughcare.referral.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who brings a change, and who has to hear of it.
 *
 * @param actor who acts, for the record
 * @param toldBy the person at the partner who said it, when staff write it down for them; null when the partner speaks itself
 * @param caseManager who is responsible now, and is alerted to any change made by others (Y14)
 */
public record Teller(
        String actor,
        Party party,
        @Nullable String toldBy,
        @Nullable UUID caseManager) {

    /** Staff may write down what a partner told them, never make a partner's decision for it. */
    boolean maySet(ReferralStatus status) {
        return status.maySet(party) || (toldBy != null && !toldBy.isBlank() && status.maySet(Party.PARTNER));
    }

    @Nullable
    UUID alerted() {
        boolean own = caseManager != null && actor.equals("staff:" + caseManager);
        return own ? null : caseManager;
    }
}
