package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** A staff member leaves, and one action says who takes over (L12). Cases move by {@link MovingACaseload}. */
public final class LeavingTheStaff {

    /** @param successors one for all, or several to split between */
    public record Asked(UUID staff, LocalDate lastDay, List<UUID> successors, String reason) {}

    private final Aggregates<StaffMember> staff;
    private final Aggregates<Case> cases;
    private final TakingAPlace places;

    public LeavingTheStaff(Aggregates<StaffMember> staff, Aggregates<Case> cases, TakingAPlace places) {
        this.staff = staff;
        this.cases = cases;
        this.places = places;
    }

    public Result<StaffMember> leave(Command command, Asked asked) {
        for (UUID successor : asked.successors()) {
            if (places.working(successor) == null) {
                return new Result.Refused<>(
                        Refusal.invalid("L12", "successors", "There is no staff member " + successor + " at work."));
            }
        }
        boolean hasCases = cases.where("primary", asked.staff().toString(), 500).stream()
                .anyMatch(each -> each.state().state() == Case.State.OPEN);
        if (hasCases && asked.successors().isEmpty()) {
            return new Result.Refused<>(Refusal.conflict(
                    "L12", "Somebody has to take over the open cases before this staff member leaves.", "successors"));
        }
        StaffMember.Departure how = new StaffMember.Departure(
                Command.derived("departure", asked.staff().toString(), command.id()),
                asked.lastDay(),
                asked.successors(),
                asked.reason());
        return staff.change(command, asked.staff().toString(), member -> member.leave(how));
    }
}
