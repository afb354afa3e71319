package org.throughcare.participant.household;

import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Another head, or another way of working with a household (H4). */
public final class ChangingAHousehold {

    private final Aggregates<Household> households;

    public ChangingAHousehold(Aggregates<Household> households) {
        this.households = households;
    }

    public Result<Household> nameHead(Command command, String household, String member) {
        return households.change(command, household, h -> h.nameHead(member));
    }

    public Result<Household> workBy(Command command, String household, Approach approach) {
        return households.change(command, household, h -> h.workBy(approach));
    }
}
