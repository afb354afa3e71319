package org.throughcare.participant.staff;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Someone joins the staff, or their record changes. */
public final class JoiningTheStaff {

    private final Aggregates<StaffMember> staff;
    private final BusinessClock clock;

    public JoiningTheStaff(Aggregates<StaffMember> staff, BusinessClock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    public Result<StaffMember> joinOrChange(Command command, UUID id, StaffMember.Details details) {
        return staff.createOrChange(
                command,
                id.toString(),
                before -> before.map(member -> member.change(details))
                        .orElseGet(() -> StaffMember.join(id, details, clock.now())));
    }
}
