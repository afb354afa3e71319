package org.throughcare.referral.directory.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.CertifyingAProvider;
import org.throughcare.referral.directory.ImportingListings;
import org.throughcare.referral.directory.Listings;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.directory.PartnerEvent;
import org.throughcare.referral.directory.PartnerSnapshot;
import org.throughcare.referral.directory.RegisteringAPartner;
import org.throughcare.referral.directory.ServiceListing;
import org.throughcare.referral.directory.ServiceListingEvent;
import org.throughcare.referral.directory.ServiceListingSnapshot;

@Configuration(proxyBeanMethods = false)
class DirectoryParts {

    static final AggregateType<Partner> PARTNERS = AggregateType.named("partner", Partner.class, PartnerEvent.class)
            .announcing(PartnerSnapshot.class, PartnerSnapshot::of)
            .indexed("organization")
            .build();

    static final AggregateType<ServiceListing> LISTINGS = AggregateType.named(
                    "service-listing", ServiceListing.class, ServiceListingEvent.class)
            .announcing(ServiceListingSnapshot.class, ServiceListingSnapshot::of)
            .indexed("name")
            .indexed("kinds", "name")
            .indexed("organization.id")
            .build();

    @Bean
    Aggregates<Partner> partners(AggregateStores stores) {
        return stores.of(PARTNERS);
    }

    @Bean
    Aggregates<ServiceListing> serviceListings(AggregateStores stores) {
        return stores.of(LISTINGS);
    }

    @Bean
    Listings listings(TenantDatabases databases) {
        return new StoredListings(databases);
    }

    @Bean
    RegisteringAPartner registeringAPartner(Aggregates<Partner> partners) {
        return new RegisteringAPartner(partners);
    }

    @Bean
    ImportingListings importingListings(Aggregates<ServiceListing> listings) {
        return new ImportingListings(listings);
    }

    @Bean
    CertifyingAProvider certifyingAProvider(Aggregates<ServiceListing> listings, BusinessClock clock) {
        return new CertifyingAProvider(listings, clock);
    }
}
