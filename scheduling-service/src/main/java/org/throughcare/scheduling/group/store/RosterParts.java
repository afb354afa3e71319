package org.throughcare.scheduling.group.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.Rosters;

@Configuration(proxyBeanMethods = false)
class RosterParts {

    @Bean
    Rosters rosters(Aggregates<GroupSeries> groups) {
        return new MongoRosters((AggregateStore<GroupSeries>) groups);
    }
}
