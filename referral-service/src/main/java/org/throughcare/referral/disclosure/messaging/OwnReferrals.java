package org.throughcare.referral.disclosure.messaging;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.referral.delivery.rounds.DeliveryRounds;
import org.throughcare.referral.disclosure.TellingAPartner;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.People;
import org.throughcare.referral.referral.FollowingTheRelease;
import org.throughcare.referral.referral.ReferralSnapshot;
import org.throughcare.referral.referral.StoppingTheFlow;

/**
 * After every change of a referral: its partner is told, and what custody or a release of information said in the meantime, while the
 * change was on its way, is caught up with.
 */
final class OwnReferrals {

    private static final int MOST = 200;

    private final TellingAPartner telling;
    private final FollowingTheRelease following;
    private final StoppingTheFlow stopping;
    private final People people;
    private final Copies<KnownConsent> consents;
    private final DeliveryRounds rounds;

    OwnReferrals(
            TellingAPartner telling,
            FollowingTheRelease following,
            StoppingTheFlow stopping,
            People people,
            Copies<KnownConsent> consents,
            DeliveryRounds rounds) {
        this.telling = telling;
        this.following = following;
        this.stopping = stopping;
        this.people = people;
        this.consents = consents;
        this.rounds = rounds;
    }

    /** @param because the event that told of it */
    void changed(ReferralSnapshot referral, String because) {
        if (telling.whatThePartnerMustKnow(
                referral.id(), InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS))) {
            rounds.nudge(Scope.current().grantee());
        }
        if (referral.startsOnRelease()) {
            following.one(referral.id(), referral.participant(), because);
        }
        UUID consent = referral.consent();
        if (consent != null && !referral.stopped()) {
            consents.find(consent.toString()).map(Copy::snapshot).ifPresent(known -> keepsTo(referral, known, because));
        }
    }

    private void keepsTo(ReferralSnapshot referral, KnownConsent consent, String because) {
        List<String> ids = people.idsOf(referral.participant()).stream()
                .map(UUID::toString)
                .toList();
        if (!ids.contains(consent.participant())) {
            stopping.ifAnothers(referral.id(), consent, because);
        }
        stopping.ended(
                consent,
                ids.stream()
                        .flatMap(id -> consents.ofParticipant(id, MOST).stream())
                        .map(Copy::snapshot)
                        .toList());
    }
}
