package org.throughcare.participant.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** The participant initials and dates the current version, and gets a copy (C2, N3). */
public final class AcknowledgingAPlan {

    private final Aggregates<Plan> plans;
    private final BusinessClock clock;

    public AcknowledgingAPlan(Aggregates<Plan> plans, BusinessClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** @param on null for today */
    public Result<Plan> acknowledge(
            Command command,
            String participant,
            int version,
            String initials,
            @Nullable LocalDate on,
            boolean copyGiven) {
        return plans.change(command, participant, plan -> {
            LocalDate today = clock.today(plan.zone());
            return plan.acknowledge(version, initials, on == null ? today : on, copyGiven, today);
        });
    }
}
