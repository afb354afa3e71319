package org.throughcare.participant.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.participant.identity.OfOnePerson;
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

    /**
     * Empty when there is no such version, or what it held was not kept when it was made.
     *
     * @param ids of the participant, to whom the copy goes under the first (H8)
     */
    public Optional<byte[]> copy(List<UUID> ids, int number) {
        String participant = ids.getFirst().toString();
        return OfOnePerson.among(plans, ids)
                .map(OfOnePerson::first)
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
