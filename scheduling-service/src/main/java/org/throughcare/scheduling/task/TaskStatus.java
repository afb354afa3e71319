package org.throughcare.scheduling.task;

import java.time.Instant;

/** Where a task is in its life. */
public sealed interface TaskStatus {

    record Open() implements TaskStatus {}

    /** @param how in words: a contact on record, a meeting that took place, a worker's word */
    record Done(Instant at, String how) implements TaskStatus {}

    /** Its cause is gone. */
    record Withdrawn(Instant at, String reason) implements TaskStatus {}
}
