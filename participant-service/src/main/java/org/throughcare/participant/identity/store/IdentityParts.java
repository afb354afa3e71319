package org.throughcare.participant.identity.store;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.AnsweredCommands;
import org.throughcare.participant.identity.ChangingTheContactPlan;
import org.throughcare.participant.identity.CheckingForDuplicates;
import org.throughcare.participant.identity.ClaimingNumbers;
import org.throughcare.participant.identity.CorrectingAnIdentity;
import org.throughcare.participant.identity.IdentifierClaim;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.MergingRecords;
import org.throughcare.participant.identity.MovingToAnotherSite;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.ParticipantEvent;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.identity.RecordingSupervision;
import org.throughcare.participant.identity.TakingIn;
import org.throughcare.participant.identity.TakingTurns;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.person.IdsOfPersons;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class IdentityParts {

    static final AggregateType<Participant> TYPE = AggregateType.named(
                    "participant", Participant.class, ParticipantEvent.class)
            .announcing(ParticipantSnapshot.class, ParticipantSnapshot::of)
            .aboutParticipant(participant -> participant.id().toString())
            .atSite(participant -> participant.site().toString())
            .indexed("nameKeys")
            .indexed("caseNumber")
            .indexed("mergedInto")
            .indexed("aliases")
            .build();

    static final AggregateType<IdentifierClaim> CLAIMS = AggregateType.named(
                    "identifier-claim", IdentifierClaim.class, IdentifierClaim.ClaimEvent.class)
            .build();

    @Bean
    Aggregates<Participant> participants(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Aggregates<IdentifierClaim> identifierClaims(AggregateStores stores) {
        return stores.of(CLAIMS);
    }

    @Bean
    IdentityCipher identityCipher(FieldCipher cipher) {
        return new IdentityCipher(cipher);
    }

    @Bean
    Aliases aliases(Aggregates<Participant> participants) {
        return new Aliases(participants);
    }

    @Bean
    IdsOfPersons idsOfPersons(Aliases aliases) {
        return id ->
                aliases.allOf(UUID.fromString(id)).stream().map(UUID::toString).toList();
    }

    @Bean
    AnsweredCommands answeredCommands(TenantDatabases databases) {
        return new StoredAnswers(databases);
    }

    @Bean
    CheckingForDuplicates checkingForDuplicates(
            Aggregates<Participant> participants,
            Aggregates<IdentifierClaim> claims,
            IdentityCipher cipher,
            Aliases aliases) {
        return new CheckingForDuplicates(participants, claims, cipher, aliases);
    }

    @Bean
    ClaimingNumbers claimingNumbers(
            Aggregates<IdentifierClaim> claims,
            Aggregates<Participant> participants,
            IdentityCipher cipher,
            BusinessClock clock) {
        return new ClaimingNumbers(claims, participants, cipher, clock);
    }

    @Bean
    TakingTurns takingTurns(
            Aggregates<IdentifierClaim> claims, Aggregates<Participant> participants, BusinessClock clock) {
        return new TakingTurns(claims, participants, clock);
    }

    @Bean
    TakingIn takingIn(
            Aggregates<Participant> participants,
            Aggregates<Site> sites,
            CheckingForDuplicates duplicates,
            TakingTurns turns,
            ClaimingNumbers numbers,
            IdentityCipher cipher,
            BusinessClock clock) {
        return new TakingIn(participants, sites, duplicates, turns, numbers, cipher, clock);
    }

    @Bean
    CorrectingAnIdentity correctingAnIdentity(
            Aggregates<Participant> participants, ClaimingNumbers numbers, IdentityCipher cipher) {
        return new CorrectingAnIdentity(participants, numbers, cipher);
    }

    @Bean
    ChangingTheContactPlan changingTheContactPlan(Aggregates<Participant> participants) {
        return new ChangingTheContactPlan(participants);
    }

    @Bean
    RecordingSupervision recordingSupervision(Aggregates<Participant> participants) {
        return new RecordingSupervision(participants);
    }

    @Bean
    MovingToAnotherSite movingToAnotherSite(Aggregates<Participant> participants, Aggregates<Site> sites) {
        return new MovingToAnotherSite(participants, sites);
    }

    @Bean
    MergingRecords mergingRecords(Aggregates<Participant> participants) {
        return new MergingRecords(participants);
    }
}
