package org.throughcare.referral.disclosure.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.DisclosureEvent;
import org.throughcare.referral.disclosure.DisclosureSnapshot;
import org.throughcare.referral.disclosure.Disclosures;
import org.throughcare.referral.disclosure.ReadingAReferral;
import org.throughcare.referral.disclosure.TellingAPartner;
import org.throughcare.referral.known.People;
import org.throughcare.referral.known.Releases;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Referral;

@Configuration(proxyBeanMethods = false)
class DisclosureParts {

    static final AggregateType<Disclosure> TYPE = AggregateType.named(
                    "disclosure", Disclosure.class, DisclosureEvent.class)
            .announcing(DisclosureSnapshot.class, DisclosureSnapshot::of)
            .aboutParticipant(disclosure -> disclosure.participant().toString())
            .atSite(disclosure -> disclosure.site().toString())
            .indexed("nextTryAt")
            .indexed("referral")
            .indexed("participant")
            .build();

    @Bean
    Aggregates<Disclosure> disclosures(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Disclosures keptDisclosures(TenantDatabases databases) {
        return new StoredDisclosures(databases);
    }

    @Bean
    TellingAPartner tellingAPartner(
            Aggregates<Referral> referrals, Aggregates<Disclosure> disclosures, Disclosures kept) {
        return new TellingAPartner(referrals, disclosures, kept);
    }

    @Bean
    ReadingAReferral readingAReferral(
            Aggregates<Referral> referrals,
            Aggregates<Disclosure> disclosures,
            Aggregates<Partner> partners,
            Releases releases,
            People people,
            Backgrounds backgrounds,
            BusinessClock clock) {
        return new ReadingAReferral(referrals, disclosures, partners, releases, people, backgrounds, clock);
    }
}
