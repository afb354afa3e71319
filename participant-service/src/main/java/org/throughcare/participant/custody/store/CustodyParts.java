package org.throughcare.participant.custody.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.custody.BookingNumbers;
import org.throughcare.participant.custody.ChangingTheProjectedRelease;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodyEvent;
import org.throughcare.participant.custody.CustodyRecords;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.CustodyTerms;
import org.throughcare.participant.custody.RecordingABooking;
import org.throughcare.participant.custody.RecordingARelease;
import org.throughcare.participant.custody.RecordingAReturn;
import org.throughcare.participant.custody.RecordingCustody;
import org.throughcare.participant.custody.WithdrawingARelease;
import org.throughcare.participant.custody.WithdrawingAReturn;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class CustodyParts {

    /** Where somebody has two, it is the survivor's that release is near by, or settled (H8, L10). */
    @Bean
    Aggregates<Custody> custodies(AggregateStores stores, Resting<Custody> resting) {
        return stores.of(AggregateType.named("custody", Custody.class, CustodyEvent.class)
                .announcing(CustodySnapshot.class, CustodySnapshot::of)
                .aboutParticipant(custody -> custody.participant().toString())
                .atSite(custody -> custody.site().toString())
                .withDeadline(
                        Custody::dueAt, (custody, now) -> resting.visit(custody.participant(), custody.visit(now)))
                .indexed("site")
                .build());
    }

    @Bean
    Resting<Custody> restingCustodies(Aliases aliases, ObjectProvider<Aggregates<Custody>> custodies) {
        return new Resting<>(aliases, custodies::getObject, (other, own) -> true);
    }

    @Bean
    CustodyTerms custodyTerms(SitePolicies sites, BusinessClock clock) {
        return new CustodyTerms(sites, clock);
    }

    @Bean
    CustodyRecords custodyRecords(Aggregates<Custody> custodies, CustodyTerms terms, Aliases aliases) {
        return new CustodyRecords(custodies, terms, aliases);
    }

    @Bean
    BookingNumbers bookingNumbers(FieldCipher cipher) {
        return new BookingNumbers(cipher);
    }

    @Bean
    RecordingCustody recordingCustody(
            Aggregates<Custody> custodies,
            Aggregates<Participant> participants,
            CustodyTerms terms,
            BookingNumbers numbers,
            Aliases aliases) {
        return new RecordingCustody(custodies, participants, terms, numbers, aliases);
    }

    @Bean
    RecordingABooking recordingABooking(CustodyRecords custodies, BookingNumbers numbers) {
        return new RecordingABooking(custodies, numbers);
    }

    @Bean
    ChangingTheProjectedRelease changingTheProjectedRelease(CustodyRecords custodies) {
        return new ChangingTheProjectedRelease(custodies);
    }

    @Bean
    RecordingARelease recordingARelease(CustodyRecords custodies) {
        return new RecordingARelease(custodies);
    }

    @Bean
    WithdrawingARelease withdrawingARelease(CustodyRecords custodies) {
        return new WithdrawingARelease(custodies);
    }

    @Bean
    RecordingAReturn recordingAReturn(CustodyRecords custodies, BookingNumbers numbers) {
        return new RecordingAReturn(custodies, numbers);
    }

    @Bean
    WithdrawingAReturn withdrawingAReturn(CustodyRecords custodies) {
        return new WithdrawingAReturn(custodies);
    }
}
