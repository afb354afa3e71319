package org.throughcare.scheduling.group;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.known.Known;

/**
 * Fills the seats of groups and takes attendance (L5). A person has one place in a group, under whichever of their ids they have
 * it, and is named by any of them (H8).
 */
public final class RunningGroups {

    private final Aggregates<GroupSeries> groups;
    private final Known known;
    private final InstantSource clock;

    public RunningGroups(Aggregates<GroupSeries> groups, Known known, InstantSource clock) {
        this.groups = groups;
        this.known = known;
        this.clock = clock;
    }

    /** @param stated the priority somebody states; null to go by the participant's record */
    public Result<GroupSeries> takeSeat(
            Command command, String group, String participant, GroupSeries.@Nullable Priority stated) {
        Optional<MayHoldASeat> may = known.custody(participant).map(MayHoldASeat::new);
        Optional<GroupSeries> series = groups.find(group).map(Stored::state);
        Optional<Refusal> wall = may.flatMap(m -> series.flatMap(s -> m.refusal(s.setting())));
        if (wall.isPresent()) {
            return new Result.Refused<>(wall.get());
        }
        GroupSeries.Priority priority = stated != null ? stated : KeepingSeats.onRecord(known, participant);
        @Nullable
        String facility = may.flatMap(m -> series.flatMap(s -> m.facilityFor(s.setting())))
                .orElse(null);
        List<String> ids = known.idsOf(participant);
        return groups.change(
                command,
                group,
                g -> ids.stream().anyMatch(id -> g.has(id) || g.waits(id).isPresent())
                        ? Decision.unchanged()
                        : g.takeSeat(participant, priority, facility, clock.instant()));
    }

    /** Under each id that has a place: two records that were merged may both have had one. */
    public Result<GroupSeries> freeSeat(Command command, String group, String participant) {
        List<String> ids = known.idsOf(participant);
        Result<GroupSeries> freed = groups.change(command, group, g -> g.freeSeat(named(g, ids), clock.instant()));
        for (String each : ids.size() == 1 ? List.<String>of() : ids) {
            Result<GroupSeries> more = groups.change(
                    Command.effectOf("free-seat", command.id(), each), group, g -> g.freeSeat(each, clock.instant()));
            freed = more instanceof Result.Done<GroupSeries> ? more : freed;
        }
        return freed;
    }

    private static String named(GroupSeries group, List<String> ids) {
        return ids.stream().filter(group::concerns).findFirst().orElse(ids.getFirst());
    }

    public Result<GroupSeries> takeAttendance(
            Command command, String group, String session, List<GroupSeries.Presence> presences) {
        return groups.change(
                command, group, g -> g.takeAttendance(session, named(g, session, presences), clock.instant()));
    }

    /** Who is named by an id that never had a seat was there under the one that did. */
    private List<GroupSeries.Presence> named(GroupSeries group, String session, List<GroupSeries.Presence> presences) {
        return presences.stream()
                .map(p -> new GroupSeries.Presence(group.nameAt(session, itselfFirst(p.id())), p.attended()))
                .toList();
    }

    private List<String> itselfFirst(String participant) {
        return Stream.concat(Stream.of(participant), known.idsOf(participant).stream())
                .distinct()
                .toList();
    }
}
