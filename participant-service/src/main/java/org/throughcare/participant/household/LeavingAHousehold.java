package org.throughcare.participant.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Somebody leaves a household (H4). A participant can join another one from that day. */
public final class LeavingAHousehold {

    private final Aggregates<Household> households;
    private final ClaimingMembership claiming;
    private final BusinessClock clock;

    public LeavingAHousehold(Aggregates<Household> households, ClaimingMembership claiming, BusinessClock clock) {
        this.households = households;
        this.claiming = claiming;
        this.clock = clock;
    }

    /** @param on null for today */
    public Result<Household> leave(Command command, String household, String member, @Nullable LocalDate on) {
        Result<Household> result = households.change(command, household, h -> {
            LocalDate today = clock.today(h.zone());
            return h.leave(member, on == null ? today : on, today);
        });
        result.now()
                .flatMap(h -> h.state().member(member))
                .filter(left -> !left.current())
                .ifPresent(left -> claiming.giveUp(household, left, left.until()));
        return result;
    }
}
