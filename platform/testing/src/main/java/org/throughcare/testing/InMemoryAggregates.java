package org.throughcare.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Aggregates with the real one's guarantees (guarded writes, handled marks) and none of its storage. */
public final class InMemoryAggregates<S> implements Aggregates<S> {

    private record Kept<S>(Stored<S> stored, Map<String, Long> handled) {}

    private final Map<String, Kept<S>> kept = new ConcurrentHashMap<>();
    private final List<Happened> announced = new CopyOnWriteArrayList<>();
    private final BiFunction<S, String, @Nullable Object> field;

    /** @param field reads a path of the body, for {@link #where} */
    public InMemoryAggregates(BiFunction<S, String, @Nullable Object> field) {
        this.field = field;
    }

    /** As if the last writes had never come about. */
    public void forget() {
        kept.clear();
    }

    public List<Happened> announced() {
        return announced;
    }

    public List<Stored<S>> all() {
        List<Stored<S>> all = new ArrayList<>();
        kept.values().forEach(k -> all.add(k.stored()));
        all.sort(Comparator.comparing(Stored::id));
        return all;
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(kept.get(id)).map(Kept::stored);
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
        while (true) {
            Kept<S> before = kept.get(id);
            if (before != null && before.handled().containsKey(command.id())) {
                long revision = before.handled().get(command.id());
                return new Result.Done<>(before.stored(), revision, revision == 1, true);
            }
            Long expected = command.expectedRevision();
            if (expected != null
                    && expected != (before == null ? 0 : before.stored().revision())) {
                return new Result.Stale<>(before == null ? 0 : before.stored().revision());
            }
            Optional<S> was = Optional.ofNullable(before).map(k -> k.stored().state());
            switch (decision.apply(was)) {
                case Decision.Refused<S> refused -> {
                    return new Result.Refused<>(refused.refusal());
                }
                case Decision.Unchanged<S> _ -> {
                    return before == null ? new Result.Missing<>() : new Result.Unchanged<>(before.stored());
                }
                case Decision.Accepted<S> accepted -> {
                    long revision = before == null ? 1 : before.stored().revision() + 1;
                    Map<String, Long> handled = new ConcurrentHashMap<>(before == null ? Map.of() : before.handled());
                    handled.put(command.id(), revision);
                    Kept<S> after = new Kept<>(new Stored<>(id, revision, accepted.state()), handled);
                    boolean won =
                            before == null ? kept.putIfAbsent(id, after) == null : kept.replace(id, before, after);
                    if (won) {
                        announced.add(accepted.happened());
                        return new Result.Done<>(after.stored(), revision, before == null, false);
                    }
                }
            }
        }
    }

    @Override
    public List<Stored<S>> where(String path, Object value, int limit) {
        return all().stream()
                .filter(s -> has(field.apply(s.state(), path), value))
                .limit(limit)
                .toList();
    }

    /** A path that leads into a list finds each of its values. */
    static boolean has(@Nullable Object found, Object value) {
        return value.equals(found) || found instanceof Collection<?> several && several.contains(value);
    }
}
