package org.throughcare.notes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/** Copies in memory, each of them found whatever is looked for. */
public final class InMemoryCopies<T> implements Copies<T> {

    private final Map<String, Copy<T>> held = new ConcurrentHashMap<>();

    /** Holds it at the next revision. */
    public void now(String id, T snapshot) {
        long revision = find(id).map(Copy::revision).orElse(0L) + 1;
        held.put(id, new Copy<>(id, revision, id, null, snapshot));
    }

    @Override
    public Optional<Copy<T>> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public List<Copy<T>> where(String path, Object value, int limit) {
        return held.values().stream().limit(limit).toList();
    }

    @Override
    public List<Copy<T>> ofParticipant(String participant, int limit) {
        return held.values().stream()
                .filter(each -> Objects.equals(participant, each.participant()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean take(Copy<T> copy) {
        throw new UnsupportedOperationException("held by hand");
    }
}
