package org.throughcare.platform.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;

/**
 * All aggregates of one kind, of the grantee in scope. Each command is one guarded write of one document: state, event and
 * handled mark land together or not at all. A decision may be taken more than once when others write at the same time, so it
 * must be a function of the state it is given.
 *
 * @param <S> the aggregate's state
 */
public interface Aggregates<S> {

    Optional<Stored<S>> find(String id);

    /** Creates; an aggregate that exists already is a conflict, unless this very command created it. */
    Result<S> create(Command command, String id, Supplier<Decision<S>> decision);

    Result<S> change(Command command, String id, Function<S, Decision<S>> decision);

    Result<S> createOrChange(Command command, String id, Function<Optional<S>, Decision<S>> decision);

    /** Those whose body has this value at this dotted path, by id; for paths with an index. At most {@code limit}. */
    List<Stored<S>> where(String path, Object value, int limit);
}
