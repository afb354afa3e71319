package org.throughcare.participant.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Aggregates for one thread: each command once, each change a revision, and none of the storage. */
final class KeptInMemory<S> implements Aggregates<S> {

    private final Map<String, Stored<S>> kept = new HashMap<>();
    private final Set<String> handled = new HashSet<>();
    private final List<Happened> announced = new ArrayList<>();

    List<Happened> announced() {
        return announced;
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Result<S> create(Command command, String id, Supplier<Decision<S>> decision) {
        return createOrChange(
                command,
                id,
                was -> was.isPresent()
                        ? Decision.refuse(Refusal.conflict("exists-already", "exists already"))
                        : decision.get());
    }

    @Override
    public Result<S> change(Command command, String id, Function<S, Decision<S>> decision) {
        return kept.containsKey(id)
                ? createOrChange(command, id, was -> decision.apply(was.orElseThrow()))
                : new Result.Missing<>();
    }

    @Override
    public Result<S> createOrChange(Command command, String id, Function<Optional<S>, Decision<S>> decision) {
        Stored<S> before = kept.get(id);
        if (before != null && handled.contains(command.id())) {
            return new Result.Done<>(before, before.revision(), false, true);
        }
        return switch (decision.apply(Optional.ofNullable(before).map(Stored::state))) {
            case Decision.Refused<S>(Refusal refusal) -> new Result.Refused<>(refusal);
            case Decision.Unchanged<S> _ -> before == null ? new Result.Missing<>() : new Result.Unchanged<>(before);
            case Decision.Accepted<S>(S state, Happened happened) -> {
                Stored<S> after = new Stored<>(id, before == null ? 1 : before.revision() + 1, state);
                kept.put(id, after);
                handled.add(command.id());
                announced.add(happened);
                yield new Result.Done<>(after, after.revision(), before == null, false);
            }
        };
    }

    @Override
    public List<Stored<S>> where(String path, Object value, int limit) {
        throw new UnsupportedOperationException("no index on " + path);
    }
}
