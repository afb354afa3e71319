package org.throughcare.participant.household.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.household.Approach;
import org.throughcare.participant.household.FamilyPlan;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.household.Member;
import org.throughcare.platform.aggregate.Stored;

/** A household as staff see it, members who left included. */
record HouseholdView(
        String id,
        String site,
        LocalDate openedOn,
        Approach approach,
        List<Member> members,
        @Nullable FamilyPlan plan) {

    static Object of(Stored<Household> stored) {
        Household h = stored.state();
        return new HouseholdView(h.id(), h.site(), h.openedOn(), h.approach(), h.members(), h.plan());
    }
}
