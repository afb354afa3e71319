package org.throughcare.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/** Copies in memory, in the order of their ids. */
public final class InMemoryCopies<T> implements Copies<T> {

    private final Map<String, Copy<T>> held = new ConcurrentSkipListMap<>();
    private final BiFunction<T, String, @Nullable Object> field;

    /** For those that are looked up by id and participant alone. */
    public InMemoryCopies() {
        this((snapshot, path) -> {
            throw new IllegalArgumentException("nothing is known of " + path);
        });
    }

    /** @param field of a snapshot, by its dotted path */
    public InMemoryCopies(BiFunction<T, String, @Nullable Object> field) {
        this.field = field;
    }

    /** Holds it at the next revision. */
    public Copy<T> now(String id, @Nullable String participant, T snapshot) {
        long revision = find(id).map(Copy::revision).orElse(0L) + 1;
        Copy<T> copy = new Copy<>(id, revision, participant, null, snapshot);
        take(copy);
        return copy;
    }

    @Override
    public Optional<Copy<T>> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public List<Copy<T>> where(String path, Object value, int limit) {
        return held.values().stream()
                .filter(c -> InMemoryAggregates.has(field.apply(c.snapshot(), path), value))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Copy<T>> ofParticipant(String participant, int limit) {
        return held.values().stream()
                .filter(c -> Objects.equals(participant, c.participant()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean take(Copy<T> copy) {
        AtomicBoolean taken = new AtomicBoolean();
        held.compute(copy.id(), (id, was) -> {
            boolean newer = was == null || was.revision() < copy.revision();
            taken.set(newer);
            return newer ? copy : was;
        });
        return taken.get();
    }
}
