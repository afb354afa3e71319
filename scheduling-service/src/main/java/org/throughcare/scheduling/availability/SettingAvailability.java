package org.throughcare.scheduling.availability;

import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Writes down when a worker can be met (L8). */
public final class SettingAvailability {

    private final Aggregates<WorkerAvailability> workers;

    public SettingAvailability(Aggregates<WorkerAvailability> workers) {
        this.workers = workers;
    }

    public Result<WorkerAvailability> set(Command command, WorkerAvailability wanted) {
        return workers.createOrChange(command, wanted.worker(), before -> WorkerAvailability.set(before, wanted));
    }
}
