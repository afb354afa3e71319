package org.throughcare.scheduling.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.known.Setting;

/** A group series as the world may know it; roster and waitlist are participants' ids. */
public record GroupSnapshot(
        String id,
        String name,
        String site,
        @Nullable String place,
        Setting setting,
        String leader,
        int capacity,
        List<Session> sessions,
        List<String> roster,
        List<String> waitlist) {

    public record Session(String id, Instant start, Instant end) {}

    public GroupSnapshot withoutPeople() {
        return new GroupSnapshot(id, name, site, place, setting, leader, capacity, sessions, List.of(), List.of());
    }

    public static GroupSnapshot of(GroupSeries g) {
        return new GroupSnapshot(
                g.id(),
                g.name(),
                g.site(),
                g.place(),
                g.setting(),
                g.leader(),
                g.capacity(),
                g.sessions().stream()
                        .map(s -> new Session(s.id(), s.start(), s.end()))
                        .toList(),
                g.roster().stream().map(GroupSeries.Seat::id).toList(),
                g.waitlist().stream().map(GroupSeries.Waiting::id).toList());
    }
}
