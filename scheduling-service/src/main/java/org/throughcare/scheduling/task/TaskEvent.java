package org.throughcare.scheduling.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a task. */
public sealed interface TaskEvent extends Happened {

    record TaskOpened(Task.Kind kind, Instant dueAt) implements TaskEvent {}

    record TaskDone() implements TaskEvent {}

    record TaskWithdrawn(String reason) implements TaskEvent {}

    record TaskOverdue(Instant dueAt) implements TaskEvent {}

    record TaskReassigned(@Nullable String from, String to) implements TaskEvent {}
}
