package org.throughcare.participant.custody.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.custody.ChangingTheProjectedRelease;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodyEvent;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.CustodyTerms;
import org.throughcare.participant.custody.RecordingARelease;
import org.throughcare.participant.custody.RecordingAReturn;
import org.throughcare.participant.custody.RecordingCustody;
import org.throughcare.participant.custody.WithdrawingARelease;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class CustodyParts {

    static final AggregateType<Custody> TYPE = AggregateType.named("custody", Custody.class, CustodyEvent.class)
            .announcing(CustodySnapshot.class, CustodySnapshot::of)
            .aboutParticipant(custody -> custody.participant().toString())
            .atSite(custody -> custody.site().toString())
            .withDeadline(Custody::dueAt, Custody::visit)
            .indexed("site")
            .build();

    @Bean
    Aggregates<Custody> custodies(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    CustodyTerms custodyTerms(SitePolicies sites, BusinessClock clock) {
        return new CustodyTerms(sites, clock);
    }

    @Bean
    RecordingCustody recordingCustody(
            Aggregates<Custody> custodies, Aggregates<Participant> participants, CustodyTerms terms) {
        return new RecordingCustody(custodies, participants, terms);
    }

    @Bean
    ChangingTheProjectedRelease changingTheProjectedRelease(Aggregates<Custody> custodies, CustodyTerms terms) {
        return new ChangingTheProjectedRelease(custodies, terms);
    }

    @Bean
    RecordingARelease recordingARelease(Aggregates<Custody> custodies, CustodyTerms terms) {
        return new RecordingARelease(custodies, terms);
    }

    @Bean
    WithdrawingARelease withdrawingARelease(Aggregates<Custody> custodies, CustodyTerms terms) {
        return new WithdrawingARelease(custodies, terms);
    }

    @Bean
    RecordingAReturn recordingAReturn(Aggregates<Custody> custodies, CustodyTerms terms) {
        return new RecordingAReturn(custodies, terms);
    }
}
