package org.throughcare.notes.search;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownParticipant;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Something was tried to find the participant (Y10); it may have found them. */
public final class TryingAStep {

    private final Aggregates<DisengagedSearch> searches;
    private final Known known;
    private final InstantSource clock;

    public TryingAStep(Aggregates<DisengagedSearch> searches, Known known, InstantSource clock) {
        this.searches = searches;
        this.known = known;
        this.clock = clock;
    }

    public Result<DisengagedSearch> tried(Command command, String search, SearchStep step, boolean participantFound) {
        return searches.change(
                command,
                search,
                state -> isKnown(state.course().participant(), step)
                        ? against(state.course(), step)
                                .map(Decision::<DisengagedSearch>refuse)
                                .orElseGet(() -> state.tried(
                                        step, mayBeUsed(state.course().participant(), step), participantFound))
                        : Decision.refuse(Refusal.invalid(
                                "Y10",
                                "target",
                                "Say which contact of the participant's by its id, never the number.")));
    }

    /** A target is announced: a number or an address in its place would leave with it. */
    private boolean isKnown(String participant, SearchStep step) {
        return step.kind() == SearchStep.Kind.AGENCY
                || step.target() == null
                || contacts(participant).stream().anyMatch(each -> each.id().equals(step.target()));
    }

    /**
     * L9: a search that comes to nothing rests on tries that could have reached somebody, so a try counts at a contact that was
     * valid on its day and agreed to. What was put down stays, whatever became of the contact since.
     */
    private Optional<Refusal> against(DisengagedSearch.Course course, SearchStep step) {
        boolean putDown = course.steps().stream().anyMatch(each -> each.id().equals(step.id()));
        return putDown || step.result() == SearchStep.Result.WAIVED
                ? Optional.empty()
                : contacts(course.participant()).stream()
                        .filter(each -> each.id().equals(step.target()))
                        .findFirst()
                        .flatMap(each -> each.against(step.on()))
                        .map(why -> Refusal.invalid(
                                "L9",
                                "target",
                                "On " + step.on() + " this contact is no step of a search: " + why
                                        + ". What was done all the same is a note."));
    }

    /** What the search still offers, in order. */
    public List<Proposal> next(DisengagedSearch search) {
        return search instanceof DisengagedSearch.Open open
                ? ProposingSteps.next(
                        contacts(open.course().participant()),
                        open.course().steps(),
                        LocalDate.ofInstant(
                                clock.instant(), known.zoneOf(open.course().participant())))
                : List.of();
    }

    private boolean mayBeUsed(String participant, SearchStep step) {
        return step.kind() != SearchStep.Kind.RELATIVE
                || contacts(participant).stream()
                        .anyMatch(each -> Objects.equals(each.id(), step.target()) && each.mayBeCalled());
    }

    /** Those of all records of the person: whoever was once reached through one of them may be again. */
    private List<Contact> contacts(String participant) {
        Set<String> met = new HashSet<>();
        return known.idsOf(participant).stream()
                .flatMap(id -> known.participant(id).map(KnownParticipant::contacts).orElse(List.of()).stream())
                .filter(each -> met.add(each.id()))
                .toList();
    }
}
