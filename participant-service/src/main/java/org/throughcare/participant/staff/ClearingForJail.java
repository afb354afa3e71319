package org.throughcare.participant.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A background check for work inside a jail is applied for, comes through, or is taken back (L12). */
public final class ClearingForJail {

    private final Aggregates<StaffMember> staff;
    private final BusinessClock clock;

    public ClearingForJail(Aggregates<StaffMember> staff, BusinessClock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    public Result<StaffMember> clear(Command command, UUID member, Clearance.State to, @Nullable LocalDate validUntil) {
        return staff.change(command, member.toString(), m -> m.clear(to, validUntil, clock.now()));
    }
}
