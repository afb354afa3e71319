package org.throughcare.participant.casework.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.AcceptingAHandover;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.CaseTerms;
import org.throughcare.participant.casework.ChangingThePhase;
import org.throughcare.participant.casework.ClosingACase;
import org.throughcare.participant.casework.FollowingATransition;
import org.throughcare.participant.casework.GivingTheContactCard;
import org.throughcare.participant.casework.JailClearance;
import org.throughcare.participant.casework.JoiningATeam;
import org.throughcare.participant.casework.KeepingCaseloads;
import org.throughcare.participant.casework.LeavingATeam;
import org.throughcare.participant.casework.LeavingTheStaff;
import org.throughcare.participant.casework.OpenDuties;
import org.throughcare.participant.casework.OpeningACase;
import org.throughcare.participant.casework.OpeningAHandover;
import org.throughcare.participant.casework.PreviewingADeparture;
import org.throughcare.participant.casework.RecommendingAPrimary;
import org.throughcare.participant.casework.RecordingAnIntroduction;
import org.throughcare.participant.casework.ReopeningACase;
import org.throughcare.participant.casework.StratifyingRisk;
import org.throughcare.participant.casework.TakingAPlace;
import org.throughcare.participant.casework.Workforce;
import org.throughcare.participant.casework.WorkingThroughAHandover;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodyRecords;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** What people do with cases. */
@Configuration
class CaseUseCases {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    CaseUseCases(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Bean
    OpeningACase openingACase(
            Aggregates<Participant> participants,
            CustodyRecords custodies,
            CaseTerms terms,
            TakingAPlace places,
            JailClearance clearance) {
        return new OpeningACase(cases, participants, custodies, terms, places, clearance, clock);
    }

    @Bean
    AcceptingAHandover acceptingAHandover(CaseTerms terms, TakingAPlace places, JailClearance clearance) {
        return new AcceptingAHandover(cases, terms, places, clearance, clock);
    }

    @Bean
    OpeningAHandover openingAHandover(Aggregates<Custody> custodies, TakingAPlace staff) {
        return new OpeningAHandover(cases, custodies, staff, clock);
    }

    @Bean
    WorkingThroughAHandover workingThroughAHandover() {
        return new WorkingThroughAHandover(cases, clock);
    }

    @Bean
    RecordingAnIntroduction recordingAnIntroduction(TakingAPlace staff) {
        return new RecordingAnIntroduction(cases, staff, clock);
    }

    @Bean
    GivingTheContactCard givingTheContactCard() {
        return new GivingTheContactCard(cases, clock);
    }

    @Bean
    ChangingThePhase changingThePhase(CaseTerms terms) {
        return new ChangingThePhase(cases, terms, clock);
    }

    @Bean
    FollowingATransition followingATransition() {
        return new FollowingATransition(cases, clock);
    }

    @Bean
    StratifyingRisk stratifyingRisk(CaseTerms terms, KeepingCaseloads keeping) {
        return new StratifyingRisk(cases, terms, keeping, clock);
    }

    @Bean
    RecommendingAPrimary recommendingAPrimary(Aggregates<Participant> participants, Workforce workforce) {
        return new RecommendingAPrimary(cases, participants, workforce, clock);
    }

    @Bean
    JoiningATeam joiningATeam(TakingAPlace staff) {
        return new JoiningATeam(cases, staff, clock);
    }

    @Bean
    LeavingATeam leavingATeam() {
        return new LeavingATeam(cases, clock);
    }

    @Bean
    ClosingACase closingACase(OpenDuties duties) {
        return new ClosingACase(cases, duties, clock);
    }

    @Bean
    ReopeningACase reopeningACase(CaseTerms terms, TakingAPlace places, JailClearance clearance) {
        return new ReopeningACase(cases, terms, places, clearance, clock);
    }

    @Bean
    PreviewingADeparture previewingADeparture(Workforce workforce) {
        return new PreviewingADeparture(workforce, clock);
    }

    @Bean
    LeavingTheStaff leavingTheStaff(
            Aggregates<StaffMember> staff, PreviewingADeparture previewing, TakingAPlace places) {
        return new LeavingTheStaff(staff, previewing, places, clock);
    }
}
