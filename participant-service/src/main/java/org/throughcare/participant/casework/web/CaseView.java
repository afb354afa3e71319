package org.throughcare.participant.casework.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.casework.Handover;
import org.throughcare.participant.casework.Introduction;
import org.throughcare.participant.casework.LevelOfCare;
import org.throughcare.participant.casework.Phase;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.StaffingModel;

/**
 * A case as those with a right to it see it.
 *
 * @param introductionsWanted before release, by policy (L18)
 * @param introductionsDueOn last day on which they are in time; null where none are missing, or the release is not near
 * @param introductionsMissing that day has passed (L18)
 * @param communications after a transition (H1)
 * @param care the level of care with what it rests on; null while the risk was never stratified (H5)
 * @param careSince from which day that level has held
 * @param careHistory every time the risk was stratified, the present level last
 * @param weightPercent what the case counts for on a caseload, in hundredths of an ordinary one (L2)
 * @param daysLeftOfYear until the year after release ends; negative once it has (L1)
 */
record CaseView(
        UUID participant,
        List<Programme> programmes,
        UUID site,
        List<UUID> sites,
        StaffingModel staffingModel,
        UUID primary,
        LocalDate primarySince,
        List<CaseSnapshot.MemberView> team,
        @Nullable Handover handover,
        List<Handover> handovers,
        List<Introduction> introductions,
        int introductionsWanted,
        boolean introducedEnough,
        @Nullable LocalDate introductionsDueOn,
        boolean introductionsMissing,
        @Nullable LocalDate contactCardGivenOn,
        boolean contactCardMissing,
        Phase phase,
        List<Case.PhaseStep> phases,
        List<Case.Communication> communications,
        @Nullable LevelOfCare care,
        @Nullable LocalDate careSince,
        List<LevelOfCare> careHistory,
        int weightPercent,
        @Nullable LocalDate yearEndsOn,
        @Nullable Long daysLeftOfYear,
        Case.State state) {

    static CaseView of(Case of, LocalDate today) {
        CaseSnapshot s = CaseSnapshot.of(of);
        CaseSnapshot.CareView care = s.care();
        LocalDate ends = of.yearEndsOn();
        return new CaseView(
                s.participant(),
                s.programmes(),
                s.site(),
                s.sites(),
                s.staffingModel(),
                s.primary(),
                s.primarySince(),
                s.team(),
                of.handovers().isEmpty() ? null : of.handovers().getLast(),
                of.handovers(),
                of.introductions(),
                of.staffingModel() == StaffingModel.SAME_STAFF ? 0 : of.terms().introductionTarget(),
                of.introducedEnough(),
                of.introductionsDueOn(),
                of.introductionsMissing(),
                of.contactCardGivenOn(),
                of.contactCardAlerted() && of.contactCardGivenOn() == null,
                of.phase(),
                of.phases(),
                of.communications(),
                of.levelOfCare(),
                care == null ? null : care.since(),
                of.care(),
                of.weightPercent(),
                ends,
                ends == null ? null : ChronoUnit.DAYS.between(today, ends),
                of.state());
    }
}
