package org.throughcare.referral.inbox;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.referral.Outcome;
import org.throughcare.referral.referral.RejectionReason;

/**
 * What a partner says, read from its message.
 *
 * @param from by the routing key, which only this partner may write under
 * @param messageId the partner's own id of the message: the same one counts once
 * @param fingerprint of the content, so that an id used for something else shows
 * @param outcomeOn day at the site; the day it is taken when left out
 */
public record PartnerSays(
        PartnerAddress from,
        What what,
        String messageId,
        String fingerprint,
        UUID referral,
        @Nullable String note,
        @Nullable RejectionReason reason,
        Outcome.@Nullable Kind outcome,
        @Nullable LocalDate outcomeOn) {

    /** Last part of the routing key. */
    public enum What {
        ACCEPTED,
        REJECTED,
        STARTED,
        HELD,
        COMPLETED,
        FAILED,
        CANCELLED
    }
}
