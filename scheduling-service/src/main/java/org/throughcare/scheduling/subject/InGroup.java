package org.throughcare.scheduling.subject;

import java.time.Instant;
import java.util.List;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.known.Setting;

/**
 * One person's places in a group and the sessions whose attendance names them. Who else sits there, or how many, is not theirs to know.
 *
 * @param leader staff id
 * @param seats once for each id that the person is kept under
 */
public record InGroup(
        String group,
        String name,
        String site,
        Setting setting,
        String leader,
        List<GroupSeries.Seat> seats,
        List<GroupSeries.Waiting> waiting,
        List<GroupSeries.Former> former,
        List<Session> sessions) {

    /** A session at which the person was, or was missed. */
    public record Session(String id, Instant start, Instant end, boolean attended) {}

    static InGroup of(GroupSeries g, List<String> ids) {
        return new InGroup(
                g.id(),
                g.name(),
                g.site(),
                g.setting(),
                g.leader(),
                g.roster().stream().filter(each -> ids.contains(each.id())).toList(),
                g.waitlist().stream().filter(each -> ids.contains(each.id())).toList(),
                g.former().stream().filter(each -> ids.contains(each.id())).toList(),
                g.sessions().stream()
                        .flatMap(session -> session.attendance().stream()
                                .filter(each -> ids.contains(each.id()))
                                .map(each ->
                                        new Session(session.id(), session.start(), session.end(), each.attended())))
                        .toList());
    }
}
