package org.throughcare.scheduling.group;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copy;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.group.GroupSeries.GivenUp;
import org.throughcare.scheduling.group.GroupSeries.Priority;
import org.throughcare.scheduling.group.GroupSeries.Waiting;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * L15: makes seats in groups that still meet agree with custody as it stands. It never asks what changed: a seat on the wrong
 * side of the wall, or in a jail that the participant has left, is given up; one that was given up so and is right again
 * comes back. Where somebody else has it by then, the participant waits and their worker is told.
 */
public final class KeepingSeats {

    private static final String SETTLED = "The seat in the group is settled.";

    private final Aggregates<GroupSeries> groups;
    private final Rosters rosters;
    private final PlanningRules rules;
    private final Known known;
    private final KeepingTasks tasks;
    private final InstantSource clock;

    public KeepingSeats(
            Aggregates<GroupSeries> groups,
            Rosters rosters,
            PlanningRules rules,
            Known known,
            KeepingTasks tasks,
            InstantSource clock) {
        this.groups = groups;
        this.rosters = rosters;
        this.rules = rules;
        this.known = known;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** All groups of a person, after custody was heard of: under each of their ids a seat follows the one custody (H8). */
    public void bringAbout(String participant) {
        known.custodyCopy(participant)
                .ifPresent(copy -> known.idsOf(participant)
                        .forEach(id -> rosters.concerning(id).forEach(each -> settle(each, id, copy))));
    }

    /**
     * One group, after it was heard of: custody may have changed after it was asked, and whoever would have looked again
     * may be gone.
     *
     * @param participants those whom it is about; empty for all who are or were in it
     */
    public void recheck(String group, List<String> participants) {
        Optional<Stored<GroupSeries>> found = groups.find(group);
        if (found.isEmpty()) {
            return;
        }
        GroupSeries series = found.get().state();
        Stream<String> everybody = Stream.of(
                        series.roster().stream().map(GroupSeries.Seat::id),
                        series.waitlist().stream().map(Waiting::id),
                        series.former().stream().map(GroupSeries.Former::id))
                .flatMap(ids -> ids)
                .distinct();
        (participants.isEmpty() ? everybody : participants.stream())
                .forEach(who -> known.custodyCopy(who)
                        .ifPresent(copy -> groups.find(group).ifPresent(now -> settle(now, who, copy))));
    }

    private void settle(Stored<GroupSeries> stored, String participant, Copy<KnownCustody> copy) {
        Instant now = clock.instant();
        String because = "custody/" + copy.id() + "@" + copy.revision() + "/group@" + stored.revision();
        Stored<GroupSeries> after = stored;
        if (decide(stored.state(), participant, copy.snapshot(), now) instanceof Decision.Accepted<GroupSeries>) {
            after = groups.change(
                            Command.effectOf("seat", because, participant),
                            stored.id(),
                            g -> decide(g, participant, copy.snapshot(), now))
                    .now()
                    .orElse(stored);
        }
        tellTheWorker(after.state(), participant, because, now);
    }

    private Decision<GroupSeries> decide(GroupSeries group, String participant, KnownCustody custody, Instant now) {
        if (group.ahead(now).isEmpty()) {
            return Decision.unchanged();
        }
        MayHoldASeat may = new MayHoldASeat(custody);
        Optional<String> holds = group.roster().stream()
                .filter(s -> s.id().equals(participant))
                .findFirst()
                .map(s -> Optional.ofNullable(s.facility()))
                .or(() -> group.waits(participant).map(w -> Optional.ofNullable(w.facility())))
                .map(facility ->
                        may.against(group.setting(), facility.orElse(null)).orElse(""));
        if (holds.isPresent()) {
            return holds.get().isEmpty()
                    ? Decision.unchanged()
                    : group.giveUp(participant, holds.get(), may.usedUntil(rules.zoneOf(group.site(), null), now), now);
        }
        Optional<GivenUp> lost = group.former(participant).map(GroupSeries.Former::givenUp);
        boolean right = lost.filter(
                        l -> may.against(group.setting(), l.place().facility()).isEmpty())
                .isPresent();
        return right ? group.giveBack(participant, onRecord(known, participant), now) : Decision.unchanged();
    }

    private void tellTheWorker(GroupSeries group, String participant, String because, Instant now) {
        Optional<String> lostFor = group.waits(participant).map(Waiting::lostFor);
        Optional<GroupSeries.Session> next = group.ahead(now);
        String wanted = lostFor.filter(l -> next.isPresent())
                .map(l ->
                        Command.derived("lost-seat", group.id(), participant, l).toString())
                .orElse("");
        for (Stored<Task> each : tasks.openOf(participant)) {
            Task task = each.state();
            if (task.kind() == Task.Kind.GROUP_SEAT
                    && task.cause().equals(group.id())
                    && !each.id().equals(wanted)) {
                tasks.withdraw(each.id(), SETTLED, because);
            }
        }
        if (!wanted.isEmpty()) {
            tasks.open(
                    new Task.Opening(
                            wanted,
                            participant,
                            Task.Kind.GROUP_SEAT,
                            group.id(),
                            known.caseOf(participant).map(KnownCase::primary).orElse(null),
                            next.orElseThrow().start(),
                            false,
                            null),
                    because);
        }
    }

    /** Y1 as the person's records have it. */
    static Priority onRecord(Known known, String participant) {
        boolean first = known.idsOf(participant).stream()
                .map(known::participant)
                .flatMap(Optional::stream)
                .anyMatch(each -> Boolean.TRUE.equals(each.priorityOfService()));
        return first ? Priority.ON_RECORD : Priority.NONE;
    }
}
