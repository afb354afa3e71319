package org.throughcare.scheduling.departure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * L12: a case says who takes over from a worker who leaves, and a group does not. So while sessions are planned for days on which the
 * leader is gone, each supervisor at the site has a task to find another, due when the first of them begins. Planned with somebody who
 * is there, or with the departure taken back, there is nothing left to do and the tasks are withdrawn.
 */
public final class FindingALeader {

    private static final int ALL = 1000;
    private static final String FOUND = "The sessions have a leader who is there.";

    private final Aggregates<GroupSeries> groups;
    private final PlanningRules rules;
    private final Known known;
    private final KeepingTasks tasks;
    private final InstantSource clock;

    public FindingALeader(
            Aggregates<GroupSeries> groups, PlanningRules rules, Known known, KeepingTasks tasks, InstantSource clock) {
        this.groups = groups;
        this.rules = rules;
        this.known = known;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** After news of a staff member: the groups they lead, those of the sites they supervise, and those they are asked about. */
    public void newsOf(KnownStaff who, String because) {
        Stream<String> led = groups.where("leader", who.id(), ALL).stream().map(Stored::id);
        Stream<String> supervised = who.supervises()
                ? who.sites().stream()
                        .flatMap(site -> groups.where("site", site, ALL).stream())
                        .map(Stored::id)
                : Stream.empty();
        Stream<String> asked = tasks.ofWorker(who.id()).stream()
                .map(Stored::state)
                .filter(task -> task.kind() == Task.Kind.FIND_LEADER)
                .map(Task::cause);
        Stream.of(led, supervised, asked)
                .flatMap(each -> each)
                .distinct()
                .toList()
                .forEach(group -> bringAbout(group, because));
    }

    /** @param because what made it look */
    public void bringAbout(String group, String because) {
        groups.find(group).map(Stored::state).ifPresent(series -> settle(series, because));
    }

    private void settle(GroupSeries series, String because) {
        Optional<Instant> due = firstWithoutLeader(series);
        List<Task.Opening> wanted = due.stream()
                .flatMap(start -> known.supervisorsAt(series.site()).stream()
                        .filter(each -> !each.id().equals(series.leader()))
                        .map(each -> asking(series, each.id(), start)))
                .toList();
        for (Stored<Task> each : tasks.causedBy(series.id(), Task.Kind.FIND_LEADER)) {
            if (each.state().isOpen()
                    && wanted.stream().noneMatch(opening -> opening.id().equals(each.id()))) {
                tasks.withdraw(each.id(), FOUND, because);
            }
        }
        wanted.forEach(opening -> tasks.open(opening, because));
    }

    /** Days are those of the site. */
    private Optional<Instant> firstWithoutLeader(GroupSeries series) {
        ZoneId zone = rules.zoneOf(series.site(), null);
        Instant now = clock.instant();
        return known.staff(series.leader())
                .flatMap(leader -> series.sessions().stream()
                        .map(GroupSeries.Session::start)
                        .filter(start -> start.isAfter(now)
                                && !leader.worksOn(start.atZone(zone).toLocalDate()))
                        .min(Comparator.naturalOrder()));
    }

    /** One for each leader, so that what was done for one is asked anew for the next. */
    private static Task.Opening asking(GroupSeries series, String supervisor, Instant start) {
        return new Task.Opening(
                Command.derived("find-leader", series.id(), series.leader(), supervisor)
                        .toString(),
                null,
                Task.Kind.FIND_LEADER,
                series.id(),
                supervisor,
                start,
                false,
                null,
                series.site());
    }
}
