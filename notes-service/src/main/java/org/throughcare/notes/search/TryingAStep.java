package org.throughcare.notes.search;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

    public TryingAStep(Aggregates<DisengagedSearch> searches, Known known) {
        this.searches = searches;
        this.known = known;
    }

    public Result<DisengagedSearch> tried(Command command, String search, SearchStep step, boolean participantFound) {
        return searches.change(
                command,
                search,
                state -> isKnown(state.course().participant(), step)
                        ? state.tried(step, mayBeUsed(state.course().participant(), step), participantFound)
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

    /** What the search still offers, in order. */
    public List<Proposal> next(DisengagedSearch search) {
        return search instanceof DisengagedSearch.Open open
                ? ProposingSteps.next(
                        contacts(open.course().participant()), open.course().steps())
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
