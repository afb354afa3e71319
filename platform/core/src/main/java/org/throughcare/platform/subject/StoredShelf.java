package org.throughcare.platform.subject;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.platform.store.Aggregates;

/** Aggregates looked up by whom they are about. */
public final class StoredShelf<S> implements Shelf<S> {

    private final AggregateStore<S> store;
    private final List<String> paths;
    private final int most;

    StoredShelf(Aggregates<S> aggregates, int most, List<String> paths) {
        this.store = (AggregateStore<S>) aggregates;
        this.most = most;
        this.paths = List.copyOf(paths);
    }

    /** Those that are about one participant, as their kind says. */
    public static <S> Shelf<S> about(Aggregates<S> aggregates) {
        return new StoredShelf<>(aggregates, Held.MOST, List.of("participant"));
    }

    /** Those that name a participant at one of these paths into the body, each of which has an index. */
    public static <S> Shelf<S> naming(Aggregates<S> aggregates, String... paths) {
        return new StoredShelf<>(
                aggregates,
                Held.MOST,
                Arrays.stream(paths).map(path -> "body." + path).toList());
    }

    @Override
    public Held<S> of(Collection<String> ids) {
        List<Bson> any = paths.stream().map(path -> in(path, ids)).toList();
        List<S> found = store.where(any.size() == 1 ? any.getFirst() : or(any), ascending("_id"), most + 1).stream()
                .map(Stored::state)
                .toList();
        return Held.upTo(most, found);
    }
}
