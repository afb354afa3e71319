package org.throughcare.referral.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.known.Releases;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.ReferralStatus;

/**
 * What a partner is shown of a referral: no more than the kinds of information that the release of the moment names.
 *
 * @param next the steps the referral may take from here
 * @param startsOn with RELEASE_DATE when the release sets it; else always
 * @param person with IDENTITY
 * @param phones with CONTACT, the person's own, unless contacting them is prohibited
 * @param background by kind
 */
public record ReferralContent(
        UUID referral,
        ReferralStatus state,
        List<ReferralStatus> next,
        String service,
        NeedKind kind,
        String role,
        boolean startsOnRelease,
        @Nullable LocalDate startsOn,
        @Nullable Person person,
        @Nullable List<Reach> phones,
        boolean contactingProhibited,
        List<Asked.Background> background,
        String notice,
        Release release) {

    /** Who it is. */
    public record Person(
            String givenName,
            String familyName,
            @Nullable String preferredName,
            @Nullable String language) {}

    /** A way to reach the person. */
    public record Reach(String kind, String value) {}

    /** The consent's copy. */
    public record Release(
            UUID consent,
            long revision,
            String purpose,
            @Nullable LocalDate expiresOn,
            List<InformationKind> kinds,
            String text) {}

    static ReferralContent of(
            Referral referral,
            @Nullable KnownParticipant known,
            List<Asked.Background> opened,
            Releases.Stands release) {
        Asked asked = referral.asked();
        List<InformationKind> kinds = release.kinds();
        boolean day = !asked.startsOnRelease() || kinds.contains(InformationKind.RELEASE_DATE);
        return new ReferralContent(
                referral.id(),
                referral.progress().status(),
                referral.progress().next(),
                asked.service(),
                asked.kind(),
                asked.role(),
                asked.startsOnRelease(),
                day ? referral.start().on() : null,
                known != null && kinds.contains(InformationKind.IDENTITY)
                        ? new Person(known.givenName(), known.familyName(), known.preferredName(), known.language())
                        : null,
                known != null && kinds.contains(InformationKind.CONTACT) && !asked.contactingProhibited()
                        ? own(known)
                        : null,
                asked.contactingProhibited(),
                opened.stream().filter(each -> kinds.contains(each.kind())).toList(),
                RedisclosureNotice.of(kinds),
                new Release(
                        release.consent(),
                        release.revision(),
                        release.purpose(),
                        release.expiresOn(),
                        kinds,
                        release.text()));
    }

    private static List<Reach> own(KnownParticipant known) {
        return known.contacts().stream()
                .filter(contact -> contact.owner().equals("SELF") && contact.mayBeCalled())
                .map(contact -> new Reach(contact.kind(), contact.value()))
                .toList();
    }
}
