package org.throughcare.referral.referral.messaging;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.KnownCustody;
import org.throughcare.referral.referral.FollowingTheRelease;
import org.throughcare.referral.referral.StoppingTheFlow;

@Configuration(proxyBeanMethods = false)
class ReferralReactions {

    private static final int MOST = 200;

    @Bean
    Subscription<KnownCustody> hearingCustody(Copies<KnownCustody> custodies, FollowingTheRelease following) {
        return Subscription.toState(
                "participant",
                "custody",
                KnownCustody.class,
                custodies,
                (copy, heard) -> following.allOf(copy.snapshot(), copy.revision()));
    }

    @Bean
    Subscription<KnownConsent> hearingConsents(Copies<KnownConsent> consents, StoppingTheFlow stopping) {
        return Subscription.toState(
                "participant",
                "consent",
                KnownConsent.class,
                consents,
                (copy, heard) -> stopping.ended(
                        copy.snapshot(), others(consents, copy.snapshot().participant())));
    }

    private static List<KnownConsent> others(Copies<KnownConsent> consents, String participant) {
        return consents.ofParticipant(participant, MOST).stream()
                .map(Copy::snapshot)
                .toList();
    }
}
