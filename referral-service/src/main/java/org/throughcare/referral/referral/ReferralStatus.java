package org.throughcare.referral.referral;

import java.util.Set;

/**
 * Where a referral stands, in the vocabulary of the Gravity SDOH Clinical Care guide for closed-loop referrals, with who may set
 * each; {@code ready} and {@code received} are left out there too.
 */
public enum ReferralStatus {
    DRAFT(Party.REQUESTER),
    REQUESTED(Party.REQUESTER),
    ACCEPTED(Party.PARTNER),
    REJECTED(Party.PARTNER),
    IN_PROGRESS(Party.PARTNER),
    ON_HOLD(Party.PARTNER),
    COMPLETED(Party.PARTNER),
    FAILED(Party.PARTNER),
    CANCELLED(Party.REQUESTER, Party.PARTNER),
    ENTERED_IN_ERROR(Party.REQUESTER);

    private final Set<Party> setBy;

    ReferralStatus(Party... setBy) {
        this.setBy = Set.of(setBy);
    }

    public boolean maySet(Party party) {
        return setBy.contains(party);
    }
}
