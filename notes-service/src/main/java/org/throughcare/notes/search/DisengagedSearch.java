package org.throughcare.notes.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * The search for a participant who has gone quiet (Y10). Opened when the lapse that the policy sets has passed without contact,
 * or by a worker; each try is put down; it ends when the participant is found, by a try or by a signed note of contact from
 * after the lapse began, or by a worker's decision. Not found may be decided only after phone, letter and home visit were
 * tried or, the visit, waived with a reason.
 */
public sealed interface DisengagedSearch {

    /**
     * @param openedOn the day at the site
     * @param lapseSince the last contact before it
     */
    record Course(
            String id,
            String participant,
            @Nullable String site,
            LocalDate openedOn,
            LocalDate lapseSince,
            List<SearchStep> steps) {

        public Course {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }

        private Course and(SearchStep step) {
            List<SearchStep> all = new ArrayList<>(steps);
            all.add(step);
            return new Course(id, participant, site, openedOn, lapseSince, all);
        }
    }

    /** Why a search ends without the participant being found. */
    enum Reason {
        NOT_FOUND,
        RETURNED_TO_CUSTODY,
        DECEASED,
        MOVED_AWAY,
        OPENED_IN_ERROR
    }

    Course course();

    record Open(Course course) implements DisengagedSearch {}

    /**
     * @param foundThrough the contact's id, an agency's name, or the method of the contact
     * @param note the signed note that says so; null when a try found them
     */
    record Found(
            Course course,
            LocalDate foundOn,
            @Nullable String foundThrough,
            @Nullable String note) implements DisengagedSearch {}

    record Ended(Course course, LocalDate endedOn, Reason reason, String why, String by) implements DisengagedSearch {}

    static Decision<DisengagedSearch> open(Course course) {
        return Decision.accept(new Open(course), new SearchEvent.SearchOpened(course.lapseSince()));
    }

    /** @param mayBeCalled whether the participant agreed that this relative or friend is called; true for other steps */
    default Decision<DisengagedSearch> tried(SearchStep step, boolean mayBeCalled, boolean participantFound) {
        if (!(this instanceof Open)) {
            return over();
        }
        if (course().steps().stream().anyMatch(each -> each.id().equals(step.id()))) {
            return Decision.unchanged();
        }
        Optional<Refusal> fault = fault(step, mayBeCalled);
        if (fault.isPresent()) {
            return Decision.refuse(fault.get());
        }
        Course now = course().and(step);
        if (participantFound) {
            return found(now, step.on(), step.target() == null ? step.kind().name() : step.target(), null);
        }
        return Decision.accept(new Open(now), new SearchEvent.SearchStepTried(step.id(), step.kind(), step.result()));
    }

    private static Optional<Refusal> fault(SearchStep step, boolean mayBeCalled) {
        boolean waived = step.result() == SearchStep.Result.WAIVED;
        if (waived && step.kind() != SearchStep.Kind.HOME_VISIT && step.kind() != SearchStep.Kind.AGENCY) {
            return Optional.of(Refusal.invalid("Y10", "result", "Only a home visit or an agency may be waived."));
        }
        String reason = step.reason();
        if (waived && (reason == null || reason.isBlank())) {
            return Optional.of(Refusal.invalid("Y10", "reason", "Say why it is waived."));
        }
        if (step.kind() == SearchStep.Kind.RELATIVE && !mayBeCalled) {
            return Optional.of(
                    Refusal.invalid("L9", "target", "The participant did not agree that this person is called."));
        }
        return Optional.empty();
    }

    /** A signed note of contact; one from before the lapse says nothing about it. */
    default Decision<DisengagedSearch> contactMade(LocalDate on, String method, String note) {
        if (!(this instanceof Open) || !on.isAfter(course().lapseSince())) {
            return Decision.unchanged();
        }
        String through = course().steps().stream()
                .filter(each -> each.result() == SearchStep.Result.REACHED && each.target() != null)
                .reduce((earlier, later) -> later)
                .map(SearchStep::target)
                .orElse(method);
        return found(course(), on, through, note);
    }

    private static Decision<DisengagedSearch> found(
            Course course, LocalDate on, @Nullable String through, @Nullable String note) {
        return Decision.accept(new Found(course, on, through, note), new SearchEvent.ParticipantFound(on, through));
    }

    default Decision<DisengagedSearch> end(Reason reason, String why, String by, LocalDate on) {
        if (!(this instanceof Open)) {
            return over();
        }
        String[] untried = untried();
        if (reason == Reason.NOT_FOUND && untried.length > 0) {
            return Decision.refuse(Refusal.conflict(
                    "Y10", "Before a participant counts as not found, the steps are tried in order.", untried));
        }
        return Decision.accept(new Ended(course(), on, reason, why, by), new SearchEvent.SearchEnded(reason));
    }

    /** L15: it ended because of a return to custody, and there was none. */
    default Decision<DisengagedSearch> takeUpAgain() {
        return this instanceof Ended ended && ended.reason() == Reason.RETURNED_TO_CUSTODY
                ? Decision.accept(new Open(course()), new SearchEvent.SearchOpened(course().lapseSince()))
                : Decision.unchanged();
    }

    private String[] untried() {
        Set<SearchStep.Kind> untried =
                EnumSet.of(SearchStep.Kind.PHONE, SearchStep.Kind.LETTER, SearchStep.Kind.HOME_VISIT);
        course().steps().forEach(each -> untried.remove(each.kind()));
        return untried.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Decision<DisengagedSearch> over() {
        return Decision.refuse(Refusal.conflict("Y10", "This search is over."));
    }
}
