package org.throughcare.participant.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * The cases of a staff member who left go to the successors as the departure splits them, with their open handovers; other
 * roles on teams end (L12). It begins where an earlier run broke off: a case that has moved is not found again. Where the
 * successors fall short by then, because they left too or lost their clearance, others at the case's site take over, so that
 * nobody is left without a worker.
 */
public final class MovingACaseload {

    private static final String TOOK_OVER = "Took over from a colleague who left";

    private final Workforce workforce;
    private final Aggregates<StaffMember> staff;
    private final Aggregates<Case> cases;
    private final Aggregates<Caseload> caseloads;
    private final AssigningAPrimary assigning;
    private final BusinessClock clock;
    private final ReentrantLock choosing = new ReentrantLock();

    public MovingACaseload(
            Workforce workforce,
            Aggregates<StaffMember> staff,
            Aggregates<Case> cases,
            Aggregates<Caseload> caseloads,
            AssigningAPrimary assigning,
            BusinessClock clock) {
        this.workforce = workforce;
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
        return workforce.everyOpenCaseOf(from).stream()
                .filter(each -> !tried.contains(each.id()))
                .toList();
    }

    /** One at a time, so that each choice sees the loads that the one before it made. */
    private void handOn(Stored<Case> found, StaffMember.Departure departure) {
        choosing.lock();
        try {
            cases.find(found.id())
                    .filter(now -> now.state().primary().equals(found.state().primary()))
                    .ifPresent(now -> successor(now.state(), departure).ifPresent(to -> handOn(now, departure, to)));
        } finally {
            choosing.unlock();
        }
    }

    /** One of those named, if they can see the participant; else somebody at the site who can; else whoever is there. */
    private Optional<UUID> successor(Case of, StaffMember.Departure departure) {
        Succession succession = new Succession(departure.rule(), clock.today(of.zone()));
        Need need = workforce.need(of);
        Succession.Choice named = succession.choose(need, workforce.candidates(departure.successors()));
        if (fits(named)) {
            return Optional.ofNullable(named.to());
        }
        Succession.Choice colleagues = succession.choose(need, workforce.caseManagersAt(of.site()));
        if (fits(colleagues) || named.to() == null && colleagues.to() != null) {
            return Optional.ofNullable(colleagues.to());
        }
        return Optional.ofNullable(named.to())
                .or(() -> Optional.ofNullable(succession
                        .choose(need, workforce.supervisorsAt(of.site()))
                        .to()));
    }

    private static boolean fits(Succession.Choice choice) {
        return choice.to() != null && !choice.despite(Objection.Kind.NO_CLEARANCE);
    }

    private void handOn(Stored<Case> found, StaffMember.Departure departure, UUID successor) {
        UUID participant = found.state().participant();
        String because = departure.overLimitBecause();
        Result<Case> result = assigning.handOn(
                Command.effectOf("departure", departure.id() + ":" + found.revision(), participant.toString())
                        .inBulk(),
                participant,
                successor,
                setting(found.state(), successor),
                new Caseload.Grounds(because == null || because.isBlank() ? TOOK_OVER : because, true));
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

    /** The work goes on where it was, if the successor works there: a release is handed over by it (L7). */
    private @Nullable Setting setting(Case of, UUID successor) {
        Setting before = of.team().primary().setting();
        return staff.find(successor.toString())
                .filter(found -> found.state().settings().contains(before))
                .map(found -> before)
                .orElse(null);
    }

    private void endOtherRoles(UUID from, StaffMember.Departure departure) {
        for (Stored<Case> each : workforce.casesWith(from)) {
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
