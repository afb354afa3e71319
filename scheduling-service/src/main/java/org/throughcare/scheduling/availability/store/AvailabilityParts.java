package org.throughcare.scheduling.availability.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.availability.FindingFreeSlots;
import org.throughcare.scheduling.availability.SettingAvailability;
import org.throughcare.scheduling.availability.WorkerAvailability;
import org.throughcare.scheduling.availability.WorkerAvailability.AvailabilityEvent;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.known.Known;

@Configuration(proxyBeanMethods = false)
class AvailabilityParts {

    static final AggregateType<WorkerAvailability> TYPE = AggregateType.named(
                    "worker-availability", WorkerAvailability.class, AvailabilityEvent.class)
            .build();

    @Bean
    Aggregates<WorkerAvailability> workerAvailabilities(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    SettingAvailability settingAvailability(Aggregates<WorkerAvailability> workers) {
        return new SettingAvailability(workers);
    }

    @Bean
    FindingFreeSlots findingFreeSlots(Aggregates<WorkerAvailability> workers, Diary diary, Known known) {
        return new FindingFreeSlots(workers, diary, known);
    }
}
