package org.throughcare.referral.referral.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.KnownCustody;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.referral.FollowingTheRelease;
import org.throughcare.referral.referral.Referral;
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
                (copy, heard) -> following.allOf(UUID.fromString(copy.id()), heard.eventId()));
    }

    @Bean
    Subscription<KnownConsent> hearingConsents(
            Copies<KnownConsent> consents,
            Aggregates<Referral> referrals,
            PersonIds persons,
            StoppingTheFlow stopping) {
        return Subscription.toState("participant", "consent", KnownConsent.class, consents, (copy, heard) -> {
            KnownConsent consent = copy.snapshot();
            List<String> ids = persons.allOf(consent.participant());
            stopping.ended(consent, releasesOf(ids, consents));
            referrals.where("consent", consent.id(), MOST).stream()
                    .map(Stored::state)
                    .filter(each -> !ids.contains(each.asked().participant().toString()))
                    .forEach(each -> stopping.ifAnothers(each.id(), consent, heard.eventId()));
        });
    }

    /**
     * A merge, or its undoing (H8): which custody a start follows and which releases count is worked out anew for every record
     * that the news touches.
     */
    @Bean
    Subscription<KnownParticipant> hearingParticipants(
            Copies<KnownParticipant> participants,
            Copies<KnownConsent> consents,
            Aggregates<Referral> referrals,
            PersonIds persons,
            FollowingTheRelease following,
            StoppingTheFlow stopping) {
        return Subscription.toState(
                "participant", "participant", KnownParticipant.class, participants, (copy, heard) -> {
                    for (String id : persons.touchedBy(copy.id())) {
                        following.allOf(UUID.fromString(id), heard.eventId());
                        List<String> ids = persons.allOf(id);
                        referrals.where("asked.participant", id, MOST).stream()
                                .map(Stored::state)
                                .forEach(each -> releaseOf(each, consents)
                                        .filter(release -> !ids.contains(release.participant()))
                                        .ifPresent(
                                                release -> stopping.ifAnothers(each.id(), release, heard.eventId())));
                    }
                });
    }

    private static Optional<KnownConsent> releaseOf(Referral referral, Copies<KnownConsent> consents) {
        return Optional.ofNullable(referral.consent())
                .flatMap(id -> consents.find(id.toString()))
                .map(Copy::snapshot);
    }

    private static List<KnownConsent> releasesOf(List<String> ids, Copies<KnownConsent> consents) {
        return ids.stream()
                .flatMap(id -> consents.ofParticipant(id, MOST).stream())
                .map(Copy::snapshot)
                .toList();
    }
}
