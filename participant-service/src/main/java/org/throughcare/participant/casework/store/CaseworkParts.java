package org.throughcare.participant.casework.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.AssigningAPrimary;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.CaseEvent;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.casework.CaseTerms;
import org.throughcare.participant.casework.Caseload;
import org.throughcare.participant.casework.FollowingCustody;
import org.throughcare.participant.casework.FollowingTheSite;
import org.throughcare.participant.casework.JailClearance;
import org.throughcare.participant.casework.KeepingCaseloads;
import org.throughcare.participant.casework.MovingACaseload;
import org.throughcare.participant.casework.TakingAPlace;
import org.throughcare.participant.casework.Workforce;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodyRecords;
import org.throughcare.participant.custody.MovingCustody;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.household.ClaimingMembership;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.identity.Unsettled;
import org.throughcare.participant.site.Site;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.security.CaseFiles;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Cases and caseloads, and what they do by themselves. */
@Configuration
class CaseworkParts {

    static final AggregateType<Caseload> CASELOADS = AggregateType.named(
                    "caseload", Caseload.class, Caseload.CaseloadEvent.class)
            .withDeadline(Caseload::dueAt, Caseload::visit)
            .build();

    /** A late handover or a year that ends is told of the survivor's case alone while that is open (H8). */
    @Bean
    Aggregates<Case> cases(AggregateStores stores, Resting<Case> resting) {
        return stores.of(AggregateType.named("case", Case.class, CaseEvent.class)
                .announcing(CaseSnapshot.class, CaseSnapshot::of)
                .aboutParticipant(of -> of.participant().toString())
                .atSite(of -> of.site().toString())
                .withDeadline(Case::dueAt, (of, now) -> resting.visit(of.participant(), of.visit(now)))
                .indexed("primary")
                .indexed("modelKey")
                .indexed("team.members.staff")
                .build());
    }

    @Bean
    Resting<Case> restingCases(Aliases aliases, ObjectProvider<Aggregates<Case>> cases) {
        return new Resting<>(aliases, cases::getObject, (other, own) -> other.state() == Case.State.OPEN);
    }

    @Bean
    Aggregates<Caseload> caseloads(AggregateStores stores) {
        return stores.of(CASELOADS);
    }

    @Bean
    CaseFiles caseFiles(Aggregates<Case> cases, Aggregates<Participant> participants) {
        return new OwnCaseFiles(cases, participants);
    }

    @Bean
    Unsettled unsettled(
            Aggregates<Case> cases,
            Aggregates<Enrolment> enrolments,
            Resting<Enrolment> resting,
            ClaimingMembership memberships) {
        return new WorkUnderSeveralIds(cases, enrolments, resting, memberships);
    }

    @Bean
    CaseTerms caseTerms(SitePolicies sites) {
        return new CaseTerms(sites);
    }

    @Bean
    TakingAPlace takingAPlace(Aggregates<Caseload> caseloads, Aggregates<StaffMember> staff, BusinessClock clock) {
        return new TakingAPlace(caseloads, staff, clock);
    }

    @Bean
    AssigningAPrimary assigningAPrimary(
            Aggregates<Case> cases,
            CaseTerms terms,
            TakingAPlace places,
            JailClearance clearance,
            BusinessClock clock) {
        return new AssigningAPrimary(cases, terms, places, clearance, clock);
    }

    @Bean
    JailClearance jailClearance(Workforce workforce, BusinessClock clock) {
        return new JailClearance(workforce, clock);
    }

    @Bean
    FollowingCustody followingCustody(
            Aggregates<Case> cases, Aggregates<Custody> custodies, CaseTerms terms, BusinessClock clock) {
        return new FollowingCustody(cases, custodies, terms, clock);
    }

    @Bean
    KeepingCaseloads keepingCaseloads(
            Aggregates<Case> cases,
            Aggregates<Caseload> caseloads,
            Aliases aliases,
            Resting<Case> resting,
            BusinessClock clock) {
        return new KeepingCaseloads(cases, caseloads, aliases, resting, clock);
    }

    @Bean
    FollowingTheSite followingTheSite(
            Aggregates<Case> cases, Aggregates<Site> sites, Aggregates<Participant> participants, CaseTerms terms) {
        return new FollowingTheSite(cases, sites, participants, terms);
    }

    @Bean
    Workforce workforce(
            Aggregates<StaffMember> staff,
            Aggregates<Caseload> caseloads,
            Aggregates<Case> cases,
            CustodyRecords custodies,
            CaseTerms terms,
            Resting<Case> resting) {
        return new Workforce(staff, caseloads, cases, custodies, terms, resting);
    }

    @Bean
    MovingACaseload movingACaseload(
            Workforce workforce,
            Aggregates<StaffMember> staff,
            Aggregates<Case> cases,
            Aggregates<Caseload> caseloads,
            AssigningAPrimary assigning,
            BusinessClock clock) {
        return new MovingACaseload(workforce, staff, cases, caseloads, assigning, clock);
    }

    @Bean
    MovingCustody movingCustody(Aggregates<Custody> custodies, Aggregates<Participant> participants) {
        return new MovingCustody(custodies, participants);
    }
}
