package org.throughcare.participant.casework;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * The cases of a staff member who left go to the successors, each to the one with the smallest caseload, with their open
 * handovers; other roles on teams end (L12). It begins where an earlier run broke off: a case that has moved is not found
 * again.
 */
public final class MovingACaseload {

    private static final int AT_ONCE = 100;

    private final Aggregates<StaffMember> staff;
    private final Aggregates<Case> cases;
    private final Aggregates<Caseload> caseloads;
    private final AssigningAPrimary assigning;
    private final BusinessClock clock;

    public MovingACaseload(
            Aggregates<StaffMember> staff,
            Aggregates<Case> cases,
            Aggregates<Caseload> caseloads,
            AssigningAPrimary assigning,
            BusinessClock clock) {
        this.staff = staff;
        this.cases = cases;
        this.caseloads = caseloads;
        this.assigning = assigning;
        this.clock = clock;
    }

    public void move(UUID from) {
        @Nullable
        StaffMember left = staff.find(from.toString())
                .map(Stored::state)
                .filter(member -> !member.active())
                .orElse(null);
        StaffMember.Departure departure = left == null ? null : left.departure();
        if (departure == null) {
            return;
        }
        Set<String> tried = new HashSet<>();
        List<Stored<Case>> next = remaining(from, tried);
        while (!next.isEmpty()) {
            for (Stored<Case> each : next) {
                tried.add(each.id());
                handOn(each.state(), departure);
            }
            next = remaining(from, tried);
        }
        endOtherRoles(from, departure);
    }

    private List<Stored<Case>> remaining(UUID from, Set<String> tried) {
        return cases.where("primary", from.toString(), AT_ONCE + tried.size()).stream()
                .filter(each -> each.state().state() == Case.State.OPEN && !tried.contains(each.id()))
                .toList();
    }

    private void handOn(Case of, StaffMember.Departure departure) {
        departure.successors().stream()
                .min(Comparator.comparingLong(successor -> load(successor, of.side())))
                .ifPresent(successor -> assigning.assign(
                        Command.effectOf(
                                        "departure",
                                        departure.id().toString(),
                                        of.participant().toString())
                                .inBulk(),
                        of.participant(),
                        successor,
                        null,
                        new Caseload.Grounds("Took over from a colleague who left", true)));
    }

    private long load(UUID worker, Caseload.Side side) {
        return caseloads
                .find(worker.toString())
                .map(found -> found.state().count(side))
                .orElse(0L);
    }

    private void endOtherRoles(UUID from, StaffMember.Departure departure) {
        for (Stored<Case> each : cases.where("team.members.staff", from.toString(), 1000)) {
            if (!each.state().primary().equals(from)) {
                cases.change(
                        Command.effectOf("departure-team", departure.id().toString(), each.id())
                                .inBulk(),
                        each.id(),
                        of -> CaseTeamwork.leave(of, from, clock.now()));
            }
        }
    }
}
