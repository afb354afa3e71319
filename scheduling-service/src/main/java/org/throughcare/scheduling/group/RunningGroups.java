package org.throughcare.scheduling.group;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.known.Known;

/** Fills the seats of groups and takes attendance (L5). */
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
        return groups.change(command, group, g -> g.takeSeat(participant, priority, facility, clock.instant()));
    }

    public Result<GroupSeries> freeSeat(Command command, String group, String participant) {
        return groups.change(command, group, g -> g.freeSeat(participant, clock.instant()));
    }

    public Result<GroupSeries> takeAttendance(
            Command command, String group, String session, List<GroupSeries.Presence> presences) {
        return groups.change(command, group, g -> g.takeAttendance(session, presences, clock.instant()));
    }
}
