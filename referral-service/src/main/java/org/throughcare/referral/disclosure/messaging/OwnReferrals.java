package org.throughcare.referral.disclosure.messaging;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.referral.delivery.rounds.DeliveryRounds;
import org.throughcare.referral.disclosure.TellingAPartner;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.KnownCustody;
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
    private final Copies<KnownCustody> custodies;
    private final Copies<KnownConsent> consents;
    private final DeliveryRounds rounds;

    OwnReferrals(
            TellingAPartner telling,
            FollowingTheRelease following,
            StoppingTheFlow stopping,
            Copies<KnownCustody> custodies,
            Copies<KnownConsent> consents,
            DeliveryRounds rounds) {
        this.telling = telling;
        this.following = following;
        this.stopping = stopping;
        this.custodies = custodies;
        this.consents = consents;
        this.rounds = rounds;
    }

    void changed(ReferralSnapshot referral) {
        if (telling.whatThePartnerMustKnow(
                referral.id(), InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS))) {
            rounds.nudge(Scope.current().grantee());
        }
        if (referral.startsOnRelease()) {
            custodies
                    .find(referral.participant().toString())
                    .ifPresent(copy -> following.one(referral.id(), copy.snapshot(), copy.revision()));
        }
        UUID consent = referral.consent();
        if (consent != null && !referral.stopped()) {
            consents.find(consent.toString())
                    .map(Copy::snapshot)
                    .ifPresent(known -> stopping.ended(
                            known,
                            consents.ofParticipant(referral.participant().toString(), MOST).stream()
                                    .map(Copy::snapshot)
                                    .toList()));
        }
    }
}
