package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to an enrolment. */
public sealed interface EnrolmentEvent extends Happened {

    record EnrolmentMoved(String site) implements EnrolmentEvent {}

    record EligibilityDetermined(String determination, Programme programme, boolean eligible)
            implements EnrolmentEvent {}

    record BetterServedElsewhere(Programme insteadOf, String to) implements EnrolmentEvent {}

    record ProgrammeEnrolled(Programme programme, FundSource fundSource, LocalDate from) implements EnrolmentEvent {}

    record ProgrammeClosed(Programme programme, LocalDate until) implements EnrolmentEvent {}

    /** @param startedParticipation it was the first qualifying one */
    record ServiceRecorded(
            String service, Programme programme, String code, LocalDate from, boolean startedParticipation)
            implements EnrolmentEvent {}

    record ServiceEnded(String service, LocalDate on) implements EnrolmentEvent {}

    record ServiceEvidenced(String service, String evidence, LocalDate on) implements EnrolmentEvent {}

    record EvidenceWithdrawn(String service, String evidence) implements EnrolmentEvent {}

    record GapPlanned(String gap, LocalDate from, LocalDate until, PlannedGap.Reason reason)
            implements EnrolmentEvent {}

    /** Other policy versions bind the participation than before. */
    record ExitClockReset(List<String> policies, LocalDate endsOn) implements EnrolmentEvent {}

    /**
     * The exit and what follows it count what is on record under other ids of the person, or something else of it than before (H8). When
     * that undoes an exit or dates it anew, {@link ExitUndone} or {@link Exited} tells it instead.
     *
     * @param under the other ids; none once nothing of theirs counts any more
     */
    record ServicesCountedTogether(List<String> under, LocalDate lastGiven, LocalDate endsOn)
            implements EnrolmentEvent {
        public ServicesCountedTogether {
            under = List.copyOf(under);
        }
    }

    record ExitWarned(LocalDate lastGiven, LocalDate endsOn) implements EnrolmentEvent {}

    /** Also announced when a late record moves the exit to another day; the exit's id stays the same then. */
    record Exited(String exit, LocalDate on, Exit.Kind kind, boolean positive) implements EnrolmentEvent {}

    /** @param service the late recorded service that keeps the participation alive, if one did */
    record ExitUndone(String exit, @Nullable String service) implements EnrolmentEvent {}

    record NeedOfTrainingDetermined(String determination, LocalDate on, boolean positive) implements EnrolmentEvent {}

    record FollowUpScopeDecided(FollowUpScope.Intensity intensity, int forMonths) implements EnrolmentEvent {}

    record OutcomeReached(String outcome, Outcome.Measure measure, Outcome.Horizon horizon, LocalDate on)
            implements EnrolmentEvent {}

    record PlacementRecorded(String placement, LocalDate startedOn, boolean selfSufficient) implements EnrolmentEvent {}

    record RetentionChecked(String placement, LocalDate on, boolean employed) implements EnrolmentEvent {}

    record FollowUpRecorded(
            String followUp,
            int month,
            LocalDate doneOn,
            @Nullable Boolean employed) implements EnrolmentEvent {}
}
