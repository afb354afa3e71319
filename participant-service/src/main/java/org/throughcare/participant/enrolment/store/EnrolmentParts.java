package org.throughcare.participant.enrolment.store;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.custody.CustodyRecords;
import org.throughcare.participant.enrolment.CheckingRetention;
import org.throughcare.participant.enrolment.ClosingAProgramme;
import org.throughcare.participant.enrolment.CountingUnderAllIds;
import org.throughcare.participant.enrolment.DecidingFollowUp;
import org.throughcare.participant.enrolment.Detentions;
import org.throughcare.participant.enrolment.DeterminingEligibility;
import org.throughcare.participant.enrolment.DeterminingNeedOfTraining;
import org.throughcare.participant.enrolment.EndingAParticipation;
import org.throughcare.participant.enrolment.EndingAService;
import org.throughcare.participant.enrolment.EnrollingInAProgramme;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentEvent;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.EvidencingAService;
import org.throughcare.participant.enrolment.MovingWithTheParticipant;
import org.throughcare.participant.enrolment.OutcomesReached;
import org.throughcare.participant.enrolment.PlanGoals;
import org.throughcare.participant.enrolment.PlanningAGap;
import org.throughcare.participant.enrolment.ProofOnFile;
import org.throughcare.participant.enrolment.RecordingAFollowUp;
import org.throughcare.participant.enrolment.RecordingAPlacement;
import org.throughcare.participant.enrolment.RecordingAService;
import org.throughcare.participant.enrolment.RecordingAnOutcome;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.enrolment.Searches;
import org.throughcare.participant.enrolment.TermsInForce;
import org.throughcare.participant.enrolment.WatchingTheExitClock;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class EnrolmentParts {

    @Bean
    CatalogueFiles catalogueFiles() {
        return new CatalogueFiles(Json.strict());
    }

    @Bean
    Residences residences(Aggregates<Participant> participants) {
        return id -> participants
                .find(id)
                .map(Stored::state)
                .map(p -> new Residences.Residence(p.site().toString(), p.zone()));
    }

    @Bean
    Detentions detentions(CustodyRecords custodies) {
        return participant -> custodies
                .of(UUID.fromString(participant))
                .map(Stored::state)
                .map(CustodyOnRecord::since)
                .orElse(null);
    }

    @Bean
    DeterminingNeedOfTraining determiningNeedOfTraining(
            Aggregates<Enrolment> enrolments, CatalogueFiles catalogues, BusinessClock clock) {
        return new DeterminingNeedOfTraining(enrolments, catalogues, clock);
    }

    @Bean
    DecidingFollowUp decidingFollowUp(Aggregates<Enrolment> enrolments, TermsInForce terms, BusinessClock clock) {
        return new DecidingFollowUp(enrolments, terms, clock);
    }

    @Bean
    RecordingAnOutcome recordingAnOutcome(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        return new RecordingAnOutcome(enrolments, clock);
    }

    @Bean
    OutcomesReached outcomesReached(CatalogueFiles catalogues, TermsInForce terms) {
        return new OutcomesReached(catalogues, terms);
    }

    /** Of the plans under all of the person's ids: one made before a merge is served on (N15, H8). */
    @Bean
    PlanGoals planGoals(Aggregates<Plan> plans, Aliases aliases) {
        return participant -> aliases.allOf(UUID.fromString(participant)).stream()
                .flatMap(id -> plans.find(id.toString()).stream())
                .flatMap(plan -> plan.state().goals().stream())
                .filter(goal -> goal.state() == Goal.State.OPEN)
                .map(Goal::id)
                .collect(Collectors.toSet());
    }

    @Bean
    TermsInForce termsInForce(PoliciesInForce policies, CatalogueFiles catalogues) {
        return new TermsInForce(policies, catalogues);
    }

    @Bean
    Resting<Enrolment> restingEnrolments(Aliases aliases, ObjectProvider<Aggregates<Enrolment>> enrolments) {
        return new Resting<>(
                aliases,
                enrolments::getObject,
                (other, own) -> EnrolmentSnapshot.of(other).standsFor(EnrolmentSnapshot.of(own)));
    }

    @Bean
    CountingUnderAllIds countingUnderAllIds(
            ObjectProvider<Aggregates<Enrolment>> enrolments,
            Aliases aliases,
            Resting<Enrolment> resting,
            TermsInForce terms,
            BusinessClock clock) {
        return new CountingUnderAllIds(enrolments::getObject, aliases, resting, terms, clock);
    }

    /** Who takes part under two ids is warned of one exit, and exits once (H8). */
    @Bean
    Aggregates<Enrolment> enrolments(
            AggregateStores stores,
            TermsInForce terms,
            ProofOnFile proof,
            Resting<Enrolment> resting,
            CountingUnderAllIds counting) {
        WatchingTheExitClock watching = new WatchingTheExitClock(terms, proof, counting);
        return stores.of(AggregateType.named("enrolment", Enrolment.class, EnrolmentEvent.class)
                .announcing(EnrolmentSnapshot.class, EnrolmentSnapshot::of)
                .aboutParticipant(Enrolment::participant)
                .atSite(Enrolment::site)
                .withDeadline(
                        Enrolment::dueAt,
                        (e, now) -> resting.visit(UUID.fromString(e.participant()), watching.visit(e, now)))
                .indexed(CountingUnderAllIds.BESIDE)
                .build());
    }

    @Bean
    MovingWithTheParticipant movingWithTheParticipant(Aggregates<Enrolment> enrolments) {
        return new MovingWithTheParticipant(enrolments);
    }

    @Bean
    DeterminingEligibility determiningEligibility(
            Aggregates<Enrolment> enrolments, Residences residences, BusinessClock clock) {
        return new DeterminingEligibility(enrolments, residences, clock);
    }

    @Bean
    EnrollingInAProgramme enrollingInAProgramme(
            Aggregates<Enrolment> enrolments, TermsInForce terms, BusinessClock clock) {
        return new EnrollingInAProgramme(enrolments, terms, clock);
    }

    @Bean
    ClosingAProgramme closingAProgramme(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        return new ClosingAProgramme(enrolments, clock);
    }

    @Bean
    EvidencingAService evidencingAService(Aggregates<Enrolment> enrolments, ProofOnFile proof, BusinessClock clock) {
        return new EvidencingAService(enrolments, proof, clock);
    }

    @Bean
    RecordingAService recordingAService(
            Aggregates<Enrolment> enrolments,
            TermsInForce terms,
            CatalogueFiles catalogues,
            ProofOnFile proof,
            Searches searches,
            PlanGoals goals,
            EvidencingAService evidencing,
            BusinessClock clock) {
        return new RecordingAService(enrolments, terms, catalogues, proof, searches, goals, evidencing, clock);
    }

    @Bean
    EndingAService endingAService(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        return new EndingAService(enrolments, clock);
    }

    @Bean
    PlanningAGap planningAGap(
            Aggregates<Enrolment> enrolments, TermsInForce terms, CatalogueFiles catalogues, BusinessClock clock) {
        return new PlanningAGap(enrolments, terms, catalogues, clock);
    }

    @Bean
    EndingAParticipation endingAParticipation(
            Aggregates<Enrolment> enrolments, TermsInForce terms, Detentions detentions, BusinessClock clock) {
        return new EndingAParticipation(enrolments, terms, detentions, clock);
    }

    @Bean
    RecordingAPlacement recordingAPlacement(
            Aggregates<Enrolment> enrolments, TermsInForce terms, CatalogueFiles standards, BusinessClock clock) {
        return new RecordingAPlacement(enrolments, terms, standards, clock);
    }

    @Bean
    CheckingRetention checkingRetention(Aggregates<Enrolment> enrolments, BusinessClock clock) {
        return new CheckingRetention(enrolments, clock);
    }

    @Bean
    RecordingAFollowUp recordingAFollowUp(
            Aggregates<Enrolment> enrolments, CatalogueFiles catalogues, BusinessClock clock) {
        return new RecordingAFollowUp(enrolments, catalogues, clock);
    }
}
