package org.throughcare.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;

/**
 * A referral as the other services know it: no background, no notes, nothing a partner wrote in words.
 *
 * @param alert whom a change by others concerns who has not seen it yet
 * @param stopped that the release of information ended
 */
public record ReferralSnapshot(
        UUID id,
        UUID participant,
        UUID site,
        UUID partner,
        @Nullable UUID listing,
        String service,
        NeedKind kind,
        Asked.Origin origin,
        ReferralStatus state,
        @Nullable LocalDate startsOn,
        boolean startsOnRelease,
        @Nullable UUID consent,
        boolean stopped,
        @Nullable Outcome outcome,
        @Nullable RejectionReason rejection,
        UUID requestedBy,
        Instant draftedAt,
        Referral.@Nullable Alert alert,
        List<Passed> history) {

    /** A state and since when. */
    public record Passed(String id, ReferralStatus state, Instant at) {}

    public ReferralSnapshot {
        history = history == null ? List.of() : List.copyOf(history);
    }

    public static ReferralSnapshot of(Referral referral) {
        Asked asked = referral.asked();
        return new ReferralSnapshot(
                referral.id(),
                asked.participant(),
                asked.site(),
                asked.partner(),
                asked.listing(),
                asked.service(),
                asked.kind(),
                asked.origin(),
                referral.progress().status(),
                referral.start().on(),
                asked.startsOnRelease(),
                referral.consent(),
                referral.stopped() != null,
                referral.progress() instanceof Progress.Completed done ? done.outcome() : null,
                referral.progress() instanceof Progress.Rejected no ? no.reason() : null,
                asked.requestedBy(),
                referral.history().getFirst().at(),
                referral.alert(),
                referral.history().stream()
                        .map(step -> new Passed(step.id(), step.status(), step.at()))
                        .toList());
    }
}
