package org.throughcare.scheduling.subject;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskStatus;

/**
 * Something that somebody has or had to do for the person, with how it was done.
 *
 * @param assignee staff id
 * @param countsFrom contact on or after this day, the site's, does it; null when contact does not
 */
public record ToDo(
        String id,
        Task.Kind kind,
        String cause,
        @Nullable String assignee,
        Instant openedAt,
        Instant dueAt,
        boolean urgent,
        @Nullable LocalDate countsFrom,
        TaskStatus status,
        boolean overdue) {

    static ToDo of(Task t) {
        return new ToDo(
                t.id(),
                t.kind(),
                t.cause(),
                t.assignee(),
                t.openedAt(),
                t.dueAt(),
                t.urgent(),
                t.countsFrom(),
                t.status(),
                t.overdue());
    }
}
