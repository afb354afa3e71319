package org.throughcare.scheduling.availability;

import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Writes down when a worker can be met (L8). */
public final class SettingAvailability {

    private final Aggregates<WorkerAvailability> workers;

    public SettingAvailability(Aggregates<WorkerAvailability> workers) {
        this.workers = workers;
    }

    public Result<WorkerAvailability> set(Command command, WorkerAvailability wanted) {
        return workers.createOrChange(command, wanted.worker(), before -> {
            Decision<WorkerAvailability> decision = WorkerAvailability.set(before, wanted);
            boolean unseen = before.isPresent() && command.expectedRevision() == null;
            return unseen && decision instanceof Decision.Accepted<WorkerAvailability>
                    ? Decision.refuse(Refusal.withoutPrecondition())
                    : decision;
        });
    }
}
