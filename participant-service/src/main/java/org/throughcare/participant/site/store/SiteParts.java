package org.throughcare.participant.site.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.site.ChangingTheStaffingModel;
import org.throughcare.participant.site.OpeningASite;
import org.throughcare.participant.site.Site;
import org.throughcare.participant.site.SiteEvent;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.participant.site.SiteSnapshot;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class SiteParts {

    static final AggregateType<Site> TYPE = AggregateType.named("site", Site.class, SiteEvent.class)
            .announcing(SiteSnapshot.class, SiteSnapshot::of)
            .atSite(site -> site.id().toString())
            .withDeadline(Site::dueAt, Site::visit)
            .indexed("active")
            .build();

    @Bean
    Aggregates<Site> sites(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    OpeningASite openingASite(Aggregates<Site> sites) {
        return new OpeningASite(sites);
    }

    @Bean
    ChangingTheStaffingModel changingTheStaffingModel(Aggregates<Site> sites, BusinessClock clock) {
        return new ChangingTheStaffingModel(sites, clock);
    }

    @Bean
    SitePolicies sitePolicies(Aggregates<Site> sites, PoliciesInForce policies, BusinessClock clock) {
        return new SitePolicies(sites, policies, clock);
    }
}
