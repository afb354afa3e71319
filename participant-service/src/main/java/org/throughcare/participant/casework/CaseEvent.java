package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a case. */
public sealed interface CaseEvent extends Happened {

    record CaseOpened(UUID primary) implements CaseEvent {}

    record TeamChanged() implements CaseEvent {}

    record PrimaryChanged(UUID from, UUID to) implements CaseEvent {}

    record HandoverOpened(UUID handover, @Nullable UUID release, LocalDate dueOn) implements CaseEvent {}

    record HandoverProgressed(UUID handover, int itemsOpen) implements CaseEvent {}

    record HandoverAccepted(UUID handover, UUID by) implements CaseEvent {}

    record HandoverWithdrawn(UUID handover, @Nullable UUID release) implements CaseEvent {}

    record HandoverLate(UUID handover, LocalDate dueOn) implements CaseEvent {}

    record IntroductionRecorded(UUID introduction, IntroductionKind kind) implements CaseEvent {}

    /**
     * The day by which they were wanted has passed: for the case manager and the supervisor to act on.
     *
     * @param wanted before the release, by policy
     */
    record IntroductionsMissing(int recorded, int wanted, LocalDate dueOn) implements CaseEvent {}

    record ContactCardGiven(LocalDate on) implements CaseEvent {}

    record ContactCardMissing(Population population) implements CaseEvent {}

    record YearEnding(LocalDate endsOn) implements CaseEvent {}

    /** Custody moved and the case went along, with nothing else to tell. */
    record CustodyFollowed(Population population, @Nullable UUID release) implements CaseEvent {}

    record StaffingModelFollowed(StaffingModel from, StaffingModel to) implements CaseEvent {}

    record CaseMoved(UUID from, UUID to) implements CaseEvent {}

    record PhaseChanged(@Nullable Phase from, Phase to) implements CaseEvent {}

    /** Somebody made sure, after a transition, that all is well. */
    record TransitionFollowed(UUID communication, LocalDate on) implements CaseEvent {}

    /** Looked at anew, with the level as it was. */
    record RiskStratified(String level) implements CaseEvent {}

    /** @param from the level before; null for the first */
    record LevelOfCareChanged(@Nullable String from, String to) implements CaseEvent {}

    record CaseClosed(LocalDate on) implements CaseEvent {}

    record CaseReopened(LocalDate on) implements CaseEvent {}
}
