package org.throughcare.scheduling.group;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Plans a group (L5). Each session takes its leader's time as an appointment of its own. That a plan is under way is written
 * first: a crash between a session and the group is gone on with by the same command, and is tidied up where that never
 * comes again.
 */
public final class PlanningAGroup {

    private static final String NOT_PLANNED = "The group was not planned after all.";

    private final Aggregates<GroupSeries> groups;
    private final Aggregates<GroupPlanning> plannings;
    private final BookingSessions sessions;
    private final InstantSource clock;

    public PlanningAGroup(
            Aggregates<GroupSeries> groups,
            Aggregates<GroupPlanning> plannings,
            BookingSessions sessions,
            InstantSource clock) {
        this.groups = groups;
        this.plannings = plannings;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Books the sessions first; with one refused, all that was booked and moved for it is taken back. Who plans it anew says
     * which revision they looked at.
     */
    public Result<GroupSeries> plan(Command command, GroupSeries wanted) {
        Optional<Stored<GroupSeries>> there = groups.find(wanted.id());
        Instant now = clock.instant();
        Decision<GroupSeries> planned = GroupSeries.plan(there.map(Stored::state), wanted, now);
        if (planned instanceof Decision.Refused<GroupSeries> no) {
            return new Result.Refused<>(no.refusal());
        }
        boolean asSeen = there.isEmpty()
                || planned instanceof Decision.Unchanged<GroupSeries>
                || Objects.equals(command.expectedRevision(), there.get().revision());
        if (!asSeen) {
            return groups.createOrChange(command, wanted.id(), was -> Decision.refuse(Refusal.withoutPrecondition()));
        }
        return switch (begin(command, wanted, there)) {
            case Result.Done<GroupPlanning> begun ->
                plan(command, there.isPresent(), wanted, begun.stored().state());
            case Result.Refused<GroupPlanning> refused -> new Result.Refused<>(refused.refusal());
            case Result.Unchanged<GroupPlanning> _, Result.Stale<GroupPlanning> _, Result.Missing<GroupPlanning> _ ->
                throw new IllegalStateException("a planning is begun or refused");
        };
    }

    private Result<GroupPlanning> begin(Command command, GroupSeries wanted, Optional<Stored<GroupSeries>> there) {
        List<String> touched = Stream.concat(
                        there.stream().flatMap(g -> g.state().sessions().stream()), wanted.sessions().stream())
                .map(GroupSeries.Session::id)
                .distinct()
                .toList();
        long seen = plannings.find(wanted.id()).map(Stored::revision).orElse(0L);
        return plannings.createOrChange(
                Command.effectOf("begin-planning", command.id() + "@" + seen, wanted.id()),
                wanted.id(),
                was -> GroupPlanning.begin(was, wanted.id(), command.id(), touched, clock.instant()));
    }

    private Result<GroupSeries> plan(Command command, boolean seen, GroupSeries wanted, GroupPlanning begun) {
        Command booking = Command.effectOf("plan", command.id(), Integer.toString(begun.attempt()));
        Deque<Runnable> undo = new ArrayDeque<>();
        Optional<Refusal> refusal = sessions.bookAll(booking, wanted, undo);
        Result<GroupSeries> result = refusal.isPresent()
                ? new Result.Refused<>(refusal.get())
                : groups.createOrChange(command, wanted.id(), was -> planned(was, seen, wanted));
        Optional<GroupSeries> series = result.now().map(Stored::state);
        if (series.isPresent()) {
            sessions.cancelDropped(booking, wanted.id(), series, begun.sessions(), "The session was dropped.");
        } else {
            undo.forEach(Runnable::run);
        }
        end(command, begun);
        return result;
    }

    /** What came to be while its sessions were booked was not seen. */
    private Decision<GroupSeries> planned(Optional<GroupSeries> was, boolean seen, GroupSeries wanted) {
        Decision<GroupSeries> planned = GroupSeries.plan(was, wanted, clock.instant());
        return was.isPresent() && !seen && planned instanceof Decision.Accepted<GroupSeries>
                ? Decision.refuse(Refusal.withoutPrecondition())
                : planned;
    }

    /** Who was so slow that it counted as broken off looks again: its sessions may have been taken for left over. */
    private void end(Command command, GroupPlanning begun) {
        Result<GroupPlanning> ended = plannings.change(
                Command.effectOf("end-planning", command.id() + "@" + begun.attempt(), begun.id()),
                begun.id(),
                p -> p.end(command.id()));
        if (ended instanceof Result.Unchanged<GroupPlanning> late
                && !late.stored().state().isUnderWay()) {
            agree(late.stored());
        }
    }

    /** What a planning that broke off has left behind; repeatable. */
    public void tidy(String group) {
        plannings.find(group).filter(p -> p.state().brokenOff()).ifPresent(this::agree);
    }

    /** Makes what the sessions hold agree with the group as it stands. */
    private void agree(Stored<GroupPlanning> planning) {
        String group = planning.id();
        Command command = Command.effectOf("tidy-planning", Long.toString(planning.revision()), group);
        Optional<GroupSeries> series = groups.find(group).map(Stored::state);
        sessions.cancelDropped(command, group, series, planning.state().sessions(), NOT_PLANNED);
        series.ifPresent(s -> sessions.bookWhatCanBe(command, s));
        plannings.change(command, group, GroupPlanning::tidied);
    }
}
