package org.throughcare.referral.subject;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Progress;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.Remarks;
import org.throughcare.referral.referral.TrainingChoice;

/**
 * A referral as it stands, with its background and everybody's words on it opened for the person it is about.
 *
 * @param partnerName null when the partner is not on record any more
 * @param role what the partner is to do
 * @param help what the case manager does beside sending it
 * @param requestedBy staff id
 * @param consent the release of information it went out under
 * @param history with what the partner or staff said at each step, in their words
 */
public record ReferralOnFile(
        UUID id,
        UUID site,
        UUID partner,
        @Nullable String partnerName,
        @Nullable UUID listing,
        String service,
        NeedKind kind,
        Asked.Origin origin,
        String role,
        List<Asked.Help> help,
        List<Asked.Background> background,
        List<InformationKind> kinds,
        boolean contactingProhibited,
        boolean startsOnRelease,
        Referral.Start start,
        @Nullable TrainingChoice training,
        UUID requestedBy,
        Progress progress,
        @Nullable UUID consent,
        Referral.@Nullable Stop stopped,
        Referral.@Nullable Alert alert,
        List<Referral.Step> history) {

    static ReferralOnFile of(
            Referral referral, @Nullable String partnerName, Backgrounds backgrounds, Remarks remarks) {
        Asked asked = referral.asked();
        return new ReferralOnFile(
                referral.id(),
                asked.site(),
                asked.partner(),
                partnerName,
                asked.listing(),
                asked.service(),
                asked.kind(),
                asked.origin(),
                asked.role(),
                asked.help(),
                backgrounds.opened(referral.id(), asked.background()),
                asked.kinds(),
                asked.contactingProhibited(),
                asked.startsOnRelease(),
                referral.start(),
                asked.training(),
                asked.requestedBy(),
                remarks.opened(referral.id(), referral.progress()),
                referral.consent(),
                referral.stopped(),
                referral.alert(),
                referral.history().stream()
                        .map(step -> remarks.opened(referral.id(), step))
                        .toList());
    }

    /** When it was drafted. */
    Instant at() {
        return history.isEmpty() ? Instant.EPOCH : history.getFirst().at();
    }
}
