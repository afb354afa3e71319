package org.throughcare.referral.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What happens to a referral. */
public sealed interface ReferralEvent extends Happened {

    record ReferralDrafted(UUID participant, UUID partner) implements ReferralEvent {}

    record ReferralRevised(UUID partner) implements ReferralEvent {}

    /** @param consent the release of information it goes out under */
    record ReferralSent(UUID consent, long consentRevision) implements ReferralEvent {}

    record ReferralAccepted() implements ReferralEvent {}

    record ReferralRejected(RejectionReason reason) implements ReferralEvent {}

    record ReferralStarted() implements ReferralEvent {}

    record ReferralHeld() implements ReferralEvent {}

    record ReferralCompleted(Outcome outcome) implements ReferralEvent {}

    record ReferralFailed() implements ReferralEvent {}

    record ReferralCancelled(Party by) implements ReferralEvent {}

    record ReferralEnteredInError() implements ReferralEvent {}

    /** @param cause {@code release:<id>} or {@code projected-release} */
    record StartReplanned(
            @Nullable LocalDate from, @Nullable LocalDate to, String cause) implements ReferralEvent {}

    /** The release of information no longer stands. */
    record ReferralStopped(UUID consent, String reason) implements ReferralEvent {}

    /** One release ended while another that says as much stands. */
    record ReleaseReplaced(UUID from, UUID to) implements ReferralEvent {}

    record AlertSeen(UUID by) implements ReferralEvent {}
}
