package org.throughcare.participant.policy;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A staff member confirms having read a policy's current version. */
public final class AcknowledgingAPolicy {

    private final Aggregates<ProgrammePolicy> policies;
    private final BusinessClock clock;

    public AcknowledgingAPolicy(Aggregates<ProgrammePolicy> policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    public Result<ProgrammePolicy> acknowledge(Command command, UUID id, UUID staff) {
        return policies.change(command, id.toString(), policy -> policy.acknowledge(staff, clock.now()));
    }
}
