package org.throughcare.referral.referral.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Outcome;
import org.throughcare.referral.referral.Progress;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.ReferralStatus;
import org.throughcare.referral.referral.Remarks;
import org.throughcare.referral.referral.TrainingChoice;

/**
 * A referral as the case manager sees it.
 *
 * @param next what may follow
 */
record ReferralView(
        UUID id,
        UUID participant,
        UUID site,
        UUID partner,
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
        @Nullable LocalDate startsOn,
        @Nullable TrainingChoice training,
        UUID requestedBy,
        ReferralStatus state,
        List<ReferralStatus> next,
        Progress progress,
        @Nullable UUID consent,
        Referral.@Nullable Stop stopped,
        @Nullable Outcome outcome,
        Referral.@Nullable Alert alert,
        List<Referral.Step> history) {

    static ReferralView of(Referral referral, Backgrounds backgrounds, Remarks remarks) {
        Asked asked = referral.asked();
        return new ReferralView(
                referral.id(),
                asked.participant(),
                asked.site(),
                asked.partner(),
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
                referral.start().on(),
                asked.training(),
                asked.requestedBy(),
                referral.progress().status(),
                referral.progress().next(),
                remarks.opened(referral.id(), referral.progress()),
                referral.consent(),
                referral.stopped(),
                referral.progress() instanceof Progress.Completed done ? done.outcome() : null,
                referral.alert(),
                referral.history().stream()
                        .map(step -> remarks.opened(referral.id(), step))
                        .toList());
    }
}
