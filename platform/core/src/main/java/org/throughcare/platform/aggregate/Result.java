package org.throughcare.platform.aggregate;

import java.util.Optional;

/**
 * What became of a command.
 *
 * @param <S> the aggregate's state
 */
public sealed interface Result<S> {

    /**
     * Written, journaled and on its way; or a repeat of a command that was.
     *
     * @param revision the revision this command made, also when it is a repeat and the aggregate has moved on
     */
    record Done<S>(Stored<S> stored, long revision, boolean created, boolean repeated) implements Result<S> {}

    /** What was asked for already is. */
    record Unchanged<S>(Stored<S> stored) implements Result<S> {}

    record Refused<S>(Refusal refusal) implements Result<S> {}

    /** The aggregate is no longer at the revision the sender looked at. */
    record Stale<S>(long revision) implements Result<S> {}

    /** There is no such aggregate. */
    record Missing<S>() implements Result<S> {}

    /** The aggregate after the command, unless it was refused, stale or missing. */
    default Optional<Stored<S>> now() {
        return switch (this) {
            case Done<S> done -> Optional.of(done.stored());
            case Unchanged<S> unchanged -> Optional.of(unchanged.stored());
            case Refused<S> _, Stale<S> _, Missing<S> _ -> Optional.empty();
        };
    }
}
