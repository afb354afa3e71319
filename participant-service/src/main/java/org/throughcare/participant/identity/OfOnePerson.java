package org.throughcare.participant.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * What there is of one kind about a person, who may have one under each of their ids (H8): the one that is worked with, which
 * is the survivor's own if there is one, and those beside it, which an un-merge gives back as they are.
 */
public record OfOnePerson<S>(Stored<S> first, List<Stored<S>> beside) {

    public OfOnePerson {
        beside = List.copyOf(beside);
    }

    /** @param ids of the person, the one that stands for them first */
    public static <S> Optional<OfOnePerson<S>> among(Aggregates<S> kind, List<UUID> ids) {
        List<Stored<S>> found =
                ids.stream().flatMap(id -> kind.find(id.toString()).stream()).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new OfOnePerson<>(found.getFirst(), found.subList(1, found.size())));
    }
}
