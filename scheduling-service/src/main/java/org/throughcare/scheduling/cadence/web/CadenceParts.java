package org.throughcare.scheduling.cadence.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.cadence.CadenceEvent;
import org.throughcare.scheduling.cadence.CadenceSnapshot;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.task.KeepingTasks;

@Configuration(proxyBeanMethods = false)
class CadenceParts {

    static final AggregateType<Cadence> TYPE = AggregateType.named("cadence", Cadence.class, CadenceEvent.class)
            .announcing(CadenceSnapshot.class, CadenceSnapshot::of)
            .aboutParticipant(Cadence::participant)
            .withDeadline(Cadence::nextVisit, Cadence::visit)
            .build();

    @Bean
    Aggregates<Cadence> cadences(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    KeepingTheCadence keepingTheCadence(
            Aggregates<Cadence> cadences, Known known, Diary diary, KeepingTasks tasks, BusinessClock clock) {
        return new KeepingTheCadence(cadences, known, diary, tasks, clock::now);
    }
}
