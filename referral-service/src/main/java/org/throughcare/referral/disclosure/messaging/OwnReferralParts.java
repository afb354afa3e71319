package org.throughcare.referral.disclosure.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.referral.delivery.rounds.DeliveryRounds;
import org.throughcare.referral.disclosure.TellingAPartner;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.People;
import org.throughcare.referral.referral.FollowingTheRelease;
import org.throughcare.referral.referral.ReferralSnapshot;
import org.throughcare.referral.referral.StoppingTheFlow;

@Configuration(proxyBeanMethods = false)
class OwnReferralParts {

    /** Also what reports are read from. */
    @Bean
    Copies<ReferralSnapshot> announcedReferrals(CopyStores copies) {
        return copies.of("referral", "referral", ReferralSnapshot.class, "draftedAt");
    }

    @Bean
    OwnReferrals ownReferrals(
            TellingAPartner telling,
            FollowingTheRelease following,
            StoppingTheFlow stopping,
            People people,
            Copies<KnownConsent> consents,
            DeliveryRounds rounds) {
        return new OwnReferrals(telling, following, stopping, people, consents, rounds);
    }

    @Bean
    Subscription<ReferralSnapshot> hearingOwnReferrals(Copies<ReferralSnapshot> announced, OwnReferrals reaction) {
        return Subscription.toState(
                "referral",
                "referral",
                ReferralSnapshot.class,
                announced,
                (copy, heard) -> reaction.changed(copy.snapshot(), heard.eventId()));
    }
}
