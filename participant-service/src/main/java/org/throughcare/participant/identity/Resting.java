package org.throughcare.participant.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * What is open under an alias rests while the id that stands for the person has what takes its place (H8): it counts on no list,
 * and what is due by it is not told a second time. Nothing is written for that, so it neither ends nor moves; once the merge is
 * undone it goes on from where it was, and what became due meanwhile is told then.
 *
 * @param <S> one per id
 */
public final class Resting<S> {

    private final Aliases aliases;
    private final Supplier<Aggregates<S>> kind;
    private final BiPredicate<S, S> takesThePlace;

    /** @param takesThePlace whether the first, under an id that comes before, stands for the second as well */
    public Resting(Aliases aliases, Supplier<Aggregates<S>> kind, BiPredicate<S, S> takesThePlace) {
        this.aliases = aliases;
        this.kind = kind;
        this.takesThePlace = takesThePlace;
    }

    public boolean rests(UUID under) {
        List<UUID> ids = aliases.allOf(under);
        if (ids.getFirst().equals(under)) {
            return false;
        }
        return find(under)
                .filter(own -> ids.subList(0, ids.indexOf(under)).stream()
                        .flatMap(before -> find(before).stream())
                        .anyMatch(other -> takesThePlace.test(other, own)))
                .isPresent();
    }

    private Optional<S> find(UUID id) {
        return kind.get().find(id.toString()).map(Stored::state);
    }

    /** A deadline's visit: what it would announce waits while this rests. */
    public Decision<S> visit(UUID under, Decision<S> decided) {
        return decided instanceof Decision.Accepted<S> && rests(under) ? Decision.unchanged() : decided;
    }
}
