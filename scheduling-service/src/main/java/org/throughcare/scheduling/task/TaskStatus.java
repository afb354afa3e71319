package org.throughcare.scheduling.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a task is in its life. */
public sealed interface TaskStatus {

    record Open() implements TaskStatus {}

    /**
     * @param how in words: a contact on record, a meeting that took place, a worker's word
     * @param through the appointment that did it, so that a corrected attendance undoes it, or the note or appointment under another
     *     id of the person, so that the undoing of a merge does; null for all else
     */
    record Done(Instant at, String how, @Nullable String through) implements TaskStatus {}

    /** Its cause is gone. */
    record Withdrawn(Instant at, String reason) implements TaskStatus {}
}
