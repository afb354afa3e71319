package org.throughcare.participant.policy;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A grantee sets a programme's numbers from a day on. */
public final class PublishingAPolicy {

    private final Aggregates<ProgrammePolicy> policies;
    private final BusinessClock clock;

    public PublishingAPolicy(Aggregates<ProgrammePolicy> policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    public Result<ProgrammePolicy> publish(Command command, UUID id, ProgrammePolicy.Publication asked) {
        return policies.createOrChange(
                command,
                id.toString(),
                before -> before.map(policy -> policy.publishAgain(asked, clock.now()))
                        .orElseGet(() -> ProgrammePolicy.publish(id, asked, clock.now())));
    }
}
