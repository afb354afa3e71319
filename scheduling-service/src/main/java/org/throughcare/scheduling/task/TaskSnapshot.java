package org.throughcare.scheduling.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the world may know it.
 *
 * @param participant null of what concerns a group alone
 */
public record TaskSnapshot(
        String id,
        @Nullable String participant,
        Task.Kind kind,
        String cause,
        @Nullable String assignee,
        Instant openedAt,
        Instant dueAt,
        boolean urgent,
        State state,
        boolean overdue) {

    public enum State {
        OPEN,
        DONE,
        WITHDRAWN
    }

    public static TaskSnapshot of(Task t) {
        return new TaskSnapshot(
                t.id(),
                t.participant(),
                t.kind(),
                t.cause(),
                t.assignee(),
                t.openedAt(),
                t.dueAt(),
                t.urgent(),
                t.state(),
                t.overdue());
    }
}
