package org.throughcare.platform.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the platform needs to know of a kind of aggregate; the aggregate itself stays a plain type.
 *
 * @param <S> the aggregate's state: a record or a sealed interface of records
 */
public final class AggregateType<S> {

    private final String name;
    private final Class<S> state;
    private final Class<? extends Happened> happenings;
    private final Function<S, @Nullable Object> snapshot;
    private final Function<S, @Nullable String> participant;
    private final Function<S, @Nullable String> site;
    private final Function<S, @Nullable Instant> dueAt;
    private final BiFunction<S, Instant, Decision<S>> whenDue;
    private final List<Index> indexes;
    private final Class<?> snapshotType;

    /** A secondary index over dotted paths into the body; unique ones must hold for every document (no partial ones). */
    public record Index(boolean unique, List<String> paths) {}

    private AggregateType(Builder<S> b) {
        this.name = b.name;
        this.state = b.state;
        this.happenings = b.happenings;
        this.snapshot = b.snapshot;
        this.snapshotType = b.snapshotType;
        this.participant = b.participant;
        this.site = b.site;
        this.dueAt = b.dueAt;
        this.whenDue = b.whenDue;
        this.indexes = List.copyOf(b.indexes);
    }

    /**
     * @param name singular, kebab case, unique within the service: {@code case-note}; also the collection's name
     * @param happenings the sealed interface of what can happen to it
     */
    public static <S> Builder<S> named(String name, Class<S> state, Class<? extends Happened> happenings) {
        return new Builder<>(name, state, happenings);
    }

    public String name() {
        return name;
    }

    public Class<S> state() {
        return state;
    }

    /** The records that implement the sealed interface of happenings, in declaration order. */
    public List<Class<? extends Happened>> kindsOfHappening() {
        List<Class<? extends Happened>> kinds = new ArrayList<>();
        collect(happenings, kinds);
        return kinds;
    }

    private static void collect(Class<?> type, List<Class<? extends Happened>> into) {
        Class<?> @Nullable [] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            into.add(type.asSubclass(Happened.class));
            return;
        }
        for (Class<?> each : permitted) {
            collect(each, into);
        }
    }

    /** The full public snapshot that every event of this aggregate carries; null when this aggregate announces nothing. */
    public @Nullable Object snapshot(S of) {
        return snapshot.apply(of);
    }

    /** The snapshot's type, for the contract; {@code Void} when it announces nothing. */
    public Class<?> snapshotType() {
        return snapshotType;
    }

    public boolean announces() {
        return snapshotType != Void.class;
    }

    public @Nullable String participant(S of) {
        return participant.apply(of);
    }

    public @Nullable String site(S of) {
        return site.apply(of);
    }

    /** When this aggregate next wants a visit, on the business clock; null for never. */
    public @Nullable Instant dueAt(S of) {
        return dueAt.apply(of);
    }

    public Decision<S> whenDue(S of, Instant now) {
        return whenDue.apply(of, now);
    }

    public List<Index> indexes() {
        return indexes;
    }

    /** Builds an {@link AggregateType}; everything but the name and types has a silent default. */
    public static final class Builder<S> {
        private final String name;
        private final Class<S> state;
        private final Class<? extends Happened> happenings;
        private Function<S, @Nullable Object> snapshot = s -> null;
        private Class<?> snapshotType = Void.class;
        private Function<S, @Nullable String> participant = s -> null;
        private Function<S, @Nullable String> site = s -> null;
        private Function<S, @Nullable Instant> dueAt = s -> null;
        private BiFunction<S, Instant, Decision<S>> whenDue = (s, now) -> Decision.unchanged();
        private final List<Index> indexes = new ArrayList<>();

        private Builder(String name, Class<S> state, Class<? extends Happened> happenings) {
            this.name = name;
            this.state = state;
            this.happenings = happenings;
        }

        /** What the world may know: never note text, substance-use data or sensitive identifiers. */
        public <T> Builder<S> announcing(Class<T> type, Function<S, T> snapshotOf) {
            this.snapshotType = type;
            this.snapshot = snapshotOf::apply;
            return this;
        }

        public Builder<S> aboutParticipant(Function<S, @Nullable String> id) {
            this.participant = id;
            return this;
        }

        public Builder<S> atSite(Function<S, @Nullable String> id) {
            this.site = id;
            return this;
        }

        /**
         * @param at the next deadline computed from the state
         * @param visit the decision at a visit; it must hold at any time, early visits answer unchanged
         */
        public Builder<S> withDeadline(Function<S, @Nullable Instant> at, BiFunction<S, Instant, Decision<S>> visit) {
            this.dueAt = at;
            this.whenDue = visit;
            return this;
        }

        public Builder<S> indexed(String... paths) {
            indexes.add(new Index(false, List.of(paths)));
            return this;
        }

        public Builder<S> unique(String... paths) {
            indexes.add(new Index(true, List.of(paths)));
            return this;
        }

        public AggregateType<S> build() {
            return new AggregateType<>(this);
        }
    }
}
