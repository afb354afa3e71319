package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;

/**
 * A case as the other services know it.
 *
 * @param handover the latest one, whatever its state
 * @param introductionsDueOn last day on which enough introductions are in time; null where none are missing, or the release is not near
 * @param introductionsMissingSince that day has passed, and this one is when it was noticed; null where it has not, or enough are
 *     made (L18)
 * @param care null while the participant's risk was never stratified
 */
public record CaseSnapshot(
        UUID participant,
        List<Programme> programmes,
        UUID site,
        List<UUID> sites,
        String zone,
        StaffingModel staffingModel,
        UUID primary,
        LocalDate primarySince,
        List<MemberView> team,
        @Nullable HandoverView handover,
        List<Introduction> introductions,
        @Nullable LocalDate introductionsDueOn,
        @Nullable LocalDate introductionsMissingSince,
        @Nullable LocalDate contactCardGivenOn,
        Phase phase,
        @Nullable CareView care,
        @Nullable LocalDate yearEndsOn,
        Case.State state) {

    public record MemberView(
            UUID id,
            UUID staff,
            TeamRole role,
            Setting setting,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * The level of care (H5). What was found stays in the case.
     *
     * @param weightPercent what the case counts for on a caseload, in hundredths of an ordinary one
     * @param meetEveryDays longest time between meetings, in calendar days; null to leave it to the programmes' rhythms. The
     *     closer of the two holds
     */
    public record CareView(
            String level,
            String name,
            int weightPercent,
            @Nullable Integer meetEveryDays,
            LocalDate since) {}

    public record HandoverView(
            UUID id,
            @Nullable UUID release,
            UUID from,
            @Nullable UUID to,
            Handover.State state,
            LocalDate openedOn,
            LocalDate dueOn) {}

    public static CaseSnapshot of(Case of) {
        return new CaseSnapshot(
                of.participant(),
                of.programmes(),
                of.site(),
                of.sites(),
                of.zone().getId(),
                of.staffingModel(),
                of.primary(),
                of.team().primary().from(),
                of.team().members().stream()
                        .map(m -> new MemberView(m.id(), m.staff(), m.role(), m.setting(), m.from(), m.until()))
                        .toList(),
                of.handovers().isEmpty() ? null : handover(of.handovers().getLast()),
                of.introductions(),
                of.introductionsDueOn(),
                of.introductionsAlertedOn(),
                of.contactCardGivenOn(),
                of.phase(),
                care(of),
                of.yearEndsOn(),
                of.state());
    }

    private static @Nullable CareView care(Case of) {
        LevelOfCare now = of.levelOfCare();
        return now == null
                ? null
                : new CareView(
                        now.level(),
                        now.name(),
                        now.weightPercent(),
                        now.meetEveryDays(),
                        LevelOfCare.since(of.care()));
    }

    private static HandoverView handover(Handover h) {
        return new HandoverView(h.id(), h.release(), h.from(), h.to(), h.state(), h.openedOn(), h.dueOn());
    }
}
