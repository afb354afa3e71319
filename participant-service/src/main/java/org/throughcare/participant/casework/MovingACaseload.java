package org.throughcare.participant.casework;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
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
    private final ReentrantLock choosing = new ReentrantLock();

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
        StaffMember.Departure departure = departed(from).orElse(null);
        if (departure == null) {
            return;
        }
        Set<String> tried = new HashSet<>();
        List<Stored<Case>> next = remaining(from, tried);
        while (!next.isEmpty()) {
            for (Stored<Case> each : next) {
                tried.add(each.id());
                handOn(each, departure);
            }
            next = remaining(from, tried);
        }
        endOtherRoles(from, departure);
    }

    /** A case that got a worker who had just left goes on to those who took over. */
    public void catchUp(UUID participant) {
        cases.find(participant.toString())
                .filter(found -> found.state().state() == Case.State.OPEN)
                .ifPresent(found -> departed(found.state().primary()).ifPresent(how -> handOn(found, how)));
    }

    private Optional<StaffMember.Departure> departed(UUID worker) {
        return staff.find(worker.toString())
                .map(Stored::state)
                .filter(member -> !member.active())
                .flatMap(member -> Optional.ofNullable(member.departure()));
    }

    private List<Stored<Case>> remaining(UUID from, Set<String> tried) {
        return cases.where("primary", from.toString(), AT_ONCE + tried.size()).stream()
                .filter(each -> each.state().state() == Case.State.OPEN && !tried.contains(each.id()))
                .toList();
    }

    /** One at a time, so that each choice sees the loads that the one before it made. */
    private void handOn(Stored<Case> found, StaffMember.Departure departure) {
        choosing.lock();
        try {
            cases.find(found.id())
                    .filter(now -> now.state().primary().equals(found.state().primary()))
                    .ifPresent(now -> departure.successors().stream()
                            .filter(this::atWork)
                            .min(Comparator.comparingLong(
                                    successor -> load(successor, now.state().side())))
                            .ifPresent(successor -> handOn(now, departure, successor)));
        } finally {
            choosing.unlock();
        }
    }

    private void handOn(Stored<Case> found, StaffMember.Departure departure, UUID successor) {
        UUID participant = found.state().participant();
        Result<Case> result = assigning.assign(
                Command.effectOf("departure", departure.id() + ":" + found.revision(), participant.toString())
                        .inBulk(),
                participant,
                successor,
                null,
                new Caseload.Grounds("Took over from a colleague who left", true));
        boolean theirs = result.now()
                .filter(now -> now.state().primary().equals(successor))
                .isPresent();
        if (!theirs) {
            // moved by someone else at the same time: the place would only be free again after a while
            caseloads.change(
                    Command.withId(UUID.randomUUID().toString()),
                    successor.toString(),
                    load -> load.giveBack(participant));
        }
    }

    private boolean atWork(UUID worker) {
        return staff.find(worker.toString())
                .filter(found -> found.state().active())
                .isPresent();
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
