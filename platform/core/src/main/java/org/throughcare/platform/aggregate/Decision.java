package org.throughcare.platform.aggregate;

/**
 * What an aggregate answers to a command: the new state and the one thing that happened, nothing, or a refusal.
 *
 * @param <S> the aggregate's state
 */
public sealed interface Decision<S> {

    /** Accepted: one command, one new state, one announcement. */
    record Accepted<S>(S state, Happened happened) implements Decision<S> {}

    /** The command asks for what already is: no write, no announcement. */
    record Unchanged<S>() implements Decision<S> {}

    record Refused<S>(Refusal refusal) implements Decision<S> {}

    static <S> Decision<S> accept(S state, Happened happened) {
        return new Accepted<>(state, happened);
    }

    static <S> Decision<S> unchanged() {
        return new Unchanged<>();
    }

    static <S> Decision<S> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
