package org.throughcare.participant.staff;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** A staff member stays after all (L12); possible until their last day has ended at their site. */
public final class WithdrawingADeparture {

    private final Aggregates<StaffMember> staff;

    public WithdrawingADeparture(Aggregates<StaffMember> staff) {
        this.staff = staff;
    }

    public Result<StaffMember> withdraw(Command command, UUID member) {
        return staff.change(command, member.toString(), StaffMember::stay);
    }
}
