package org.throughcare.referral.need.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.referral.need.UnmetNeed;

@Configuration(proxyBeanMethods = false)
class UnmetNeedParts {

    static final AggregateType<UnmetNeed> TYPE = AggregateType.named(
                    "unmet-need", UnmetNeed.class, UnmetNeed.UnmetNeedEvent.class)
            .announcing(UnmetNeed.class, need -> need)
            .aboutParticipant(need -> need.participant().toString())
            .atSite(need -> need.site().toString())
            .indexed("participant")
            .build();

    @Bean
    Aggregates<UnmetNeed> unmetNeeds(AggregateStores stores) {
        return stores.of(TYPE);
    }

    /** What reports are read from. */
    @Bean
    Copies<UnmetNeed> announcedUnmetNeeds(CopyStores copies) {
        return copies.of("referral", "unmet-need", UnmetNeed.class, "on");
    }

    @Bean
    Subscription<UnmetNeed> hearingOwnUnmetNeeds(Copies<UnmetNeed> announced) {
        return Subscription.toState("referral", "unmet-need", UnmetNeed.class, announced);
    }
}
