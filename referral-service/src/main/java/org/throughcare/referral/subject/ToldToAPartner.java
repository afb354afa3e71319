package org.throughcare.referral.subject;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.RedisclosureNotice;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.ReferralStatus;

/**
 * What exactly a partner was told, when, and under which release of information (C7, 42 CFR 2.25). A message says no more than
 * {@code kind} and {@code told} beside the referral's id and a link; what a reading showed stands in {@code shown}.
 *
 * @param event what the message was about, or {@code read}
 * @param told where the referral stood, as the partner was told
 * @param kinds of information that the partner was let to read
 * @param shown for a reading alone
 * @param notice that went with what was read
 * @param state whether it left: sent, held back and why, or not known to have arrived
 */
public record ToldToAPartner(
        UUID id,
        UUID referral,
        UUID partner,
        @Nullable String partnerName,
        Disclosure.Way way,
        String event,
        ReferralStatus told,
        NeedKind kind,
        List<InformationKind> kinds,
        @Nullable Shown shown,
        @Nullable String notice,
        @Nullable UUID consent,
        @Nullable Long consentRevision,
        Disclosure.State state,
        int tries,
        Instant decidedAt) {

    /**
     * What was read. A referral is not rewritten once it is sent, so these are the words that were shown. Name, numbers and day were
     * shown as they stood at that moment.
     *
     * @param name given, family and preferred name, and the language
     * @param ownNumbers ways to reach the person that they agreed to; never relatives'
     * @param startDay the day on which the service was to start
     */
    public record Shown(
            String service,
            String role,
            List<Asked.Background> background,
            boolean name,
            boolean ownNumbers,
            boolean startDay) {}

    static ToldToAPartner of(Disclosure d, @Nullable String partnerName, @Nullable ReferralOnFile referral) {
        boolean read = d.way() == Disclosure.Way.READ;
        return new ToldToAPartner(
                d.id(),
                d.referral(),
                d.partner(),
                partnerName,
                d.way(),
                d.event(),
                d.told(),
                d.kind(),
                d.kinds(),
                read && referral != null ? shown(referral, d.kinds()) : null,
                read ? RedisclosureNotice.of(d.kinds()) : null,
                d.consent(),
                d.consentRevision(),
                d.state(),
                d.tries(),
                d.decidedAt());
    }

    private static Shown shown(ReferralOnFile referral, List<InformationKind> kinds) {
        return new Shown(
                referral.service(),
                referral.role(),
                referral.background().stream()
                        .filter(each -> kinds.contains(each.kind()))
                        .toList(),
                kinds.contains(InformationKind.IDENTITY),
                kinds.contains(InformationKind.CONTACT) && !referral.contactingProhibited(),
                !referral.startsOnRelease() || kinds.contains(InformationKind.RELEASE_DATE));
    }
}
