package org.throughcare.participant.plan;

import java.util.Optional;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** The participant gets a copy of each version of the plan (N3). */
public final class CopyingAPlan {

    private final Aggregates<Plan> plans;
    private final Addressees addressees;
    private final PlanPrint print;

    public CopyingAPlan(Aggregates<Plan> plans, Addressees addressees, PlanPrint print) {
        this.plans = plans;
        this.addressees = addressees;
        this.print = print;
    }

    /** Empty when there is no such version, or what it held was not kept when it was made. */
    public Optional<byte[]> copy(String participant, int number) {
        return plans.find(participant)
                .map(Stored::state)
                .flatMap(plan -> plan.versions().stream()
                        .filter(v -> v.number() == number)
                        .findFirst()
                        .flatMap(version -> plan.contentsOf(version)
                                .flatMap(contents -> addressees
                                        .of(participant)
                                        .map(to -> print.print(new PlanCopy(to, version, contents))))));
    }
}
