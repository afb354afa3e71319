package org.throughcare.participant.consent.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.consent.AskingWhetherConsentStands;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.consent.ConsentEvent;
import org.throughcare.participant.consent.ConsentSnapshot;
import org.throughcare.participant.consent.EndingAConsent;
import org.throughcare.participant.consent.Reliances;
import org.throughcare.participant.consent.RevokingAConsent;
import org.throughcare.participant.consent.SigningAConsent;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class ConsentParts {

    static final AggregateType<Consent> TYPE = AggregateType.named("consent", Consent.class, ConsentEvent.class)
            .announcing(ConsentSnapshot.class, ConsentSnapshot::of)
            .aboutParticipant(consent -> consent.participant().toString())
            .withDeadline(Consent::dueAt, Consent::visit)
            .indexed("participant")
            .build();

    @Bean
    Aggregates<Consent> consents(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    SigningAConsent signingAConsent(
            Aggregates<Consent> consents, Aggregates<Participant> participants, Aliases aliases, BusinessClock clock) {
        return new SigningAConsent(consents, participants, aliases, clock);
    }

    @Bean
    RevokingAConsent revokingAConsent(Aggregates<Consent> consents, BusinessClock clock) {
        return new RevokingAConsent(consents, clock);
    }

    @Bean
    EndingAConsent endingAConsent(Aggregates<Consent> consents, BusinessClock clock) {
        return new EndingAConsent(consents, clock);
    }

    @Bean
    StoredReliances reliances(TenantDatabases databases) {
        return new StoredReliances(databases);
    }

    @Bean
    AskingWhetherConsentStands askingWhetherConsentStands(
            Aggregates<Consent> consents, Aliases aliases, Reliances reliances, BusinessClock clock) {
        return new AskingWhetherConsentStands(consents, aliases, reliances, clock);
    }
}
