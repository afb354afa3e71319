package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMember.SplitRule;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * A staff member leaves, and one action says who takes over (L12): at once, or when a day ahead has ended. Cases move by
 * {@link MovingACaseload} when it takes effect; what stands in the way is said before.
 */
public final class LeavingTheStaff {

    private static final String RULE = "L12";

    /**
     * @param lastDay worked in full: whoever takes over does on the next
     * @param successors one for all, or several to split between
     * @param overLimitBecause a supervisor's reason, asked for where no successor has room (L2)
     */
    public record Asked(
            UUID staff,
            LocalDate lastDay,
            List<UUID> successors,
            SplitRule rule,
            String reason,
            @Nullable String overLimitBecause) {
        public Asked {
            successors = successors.stream().distinct().toList();
        }
    }

    private final Aggregates<StaffMember> staff;
    private final PreviewingADeparture previewing;
    private final TakingAPlace places;
    private final BusinessClock clock;

    public LeavingTheStaff(
            Aggregates<StaffMember> staff, PreviewingADeparture previewing, TakingAPlace places, BusinessClock clock) {
        this.staff = staff;
        this.previewing = previewing;
        this.places = places;
        this.clock = clock;
    }

    public Result<StaffMember> leave(Command command, Asked asked) {
        LocalDate takeover = previewing.takeover(asked.staff(), asked.lastDay());
        for (UUID successor : asked.successors()) {
            @Nullable StaffMember member = places.working(successor);
            if (member == null || !member.worksOn(takeover)) {
                return new Result.Refused<>(Refusal.invalid(
                        RULE, "successors", "There is no staff member " + successor + " at work on " + takeover + "."));
            }
        }
        Refusal refusal = refusal(asked, takeover);
        if (refusal != null) {
            return new Result.Refused<>(refusal);
        }
        StaffMember.Departure how = new StaffMember.Departure(
                Command.derived("departure", asked.staff().toString(), command.id()),
                asked.lastDay(),
                asked.successors(),
                asked.reason(),
                asked.rule(),
                asked.overLimitBecause());
        return staff.change(command, asked.staff().toString(), member -> member.leave(how, clock.now()));
    }

    private @Nullable Refusal refusal(Asked asked, LocalDate takeover) {
        PreviewingADeparture.Outlook outlook =
                previewing.preview(asked.staff(), asked.lastDay(), asked.successors(), asked.rule());
        if (!outlook.withNobody().isEmpty()) {
            return Refusal.conflict(
                    RULE, "Somebody has to take over the open cases before this staff member leaves.", "successors");
        }
        List<UUID> uncleared = outlook.despite(Objection.Kind.NO_CLEARANCE);
        if (!uncleared.isEmpty()) {
            return Refusal.conflict(
                    RULE,
                    uncleared.size()
                            + " of the participants are held, and none of the successors is cleared for the jail on "
                            + takeover + "; see the preview.",
                    "successors",
                    "departure/preview");
        }
        List<UUID> past = outlook.despite(Objection.Kind.OVER_LIMIT);
        String because = asked.overLimitBecause();
        return past.isEmpty() || because != null && !because.isBlank()
                ? null
                : new Refusal(
                        Refusal.Kind.CONFLICT,
                        "L2",
                        past.size() + " of the cases would pass the successors' limits; say why they go all the same.",
                        "overLimitBecause",
                        List.of("departure/preview"));
    }
}
