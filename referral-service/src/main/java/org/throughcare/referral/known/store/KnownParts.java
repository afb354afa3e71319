package org.throughcare.referral.known.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.referral.known.KnownCase;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.KnownCustody;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.known.People;
import org.throughcare.referral.known.Releases;

@Configuration(proxyBeanMethods = false)
class KnownParts {

    @Bean
    Copies<KnownParticipant> knownParticipants(CopyStores copies) {
        return copies.of("participant", "participant", KnownParticipant.class);
    }

    @Bean
    Copies<KnownCustody> knownCustodies(CopyStores copies) {
        return copies.of("participant", "custody", KnownCustody.class);
    }

    @Bean
    Copies<KnownConsent> knownConsents(CopyStores copies) {
        return copies.of("participant", "consent", KnownConsent.class);
    }

    @Bean
    Copies<KnownCase> knownCases(CopyStores copies) {
        return copies.of("participant", "case", KnownCase.class, "primary");
    }

    @Bean
    Subscription<KnownCase> hearingCases(Copies<KnownCase> cases) {
        return Subscription.toState("participant", "case", KnownCase.class, cases);
    }

    @Bean
    People people(
            Copies<KnownParticipant> participants,
            Copies<KnownCustody> custodies,
            Copies<KnownCase> cases,
            PersonIds persons,
            OwnerClient owners) {
        return new CopiedPeople(participants, custodies, cases, persons, owners);
    }

    @Bean
    Releases releases(OwnerClient owners) {
        return new AskingTheOwner(owners);
    }
}
