package org.throughcare.scheduling.group;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.throughcare.scheduling.group.GroupSeries.Former;
import org.throughcare.scheduling.group.GroupSeries.Presence;
import org.throughcare.scheduling.group.GroupSeries.Seat;
import org.throughcare.scheduling.group.GroupSeries.Session;
import org.throughcare.scheduling.group.GroupSeries.Waiting;

/** A group as people are shown it: each person once, under the id that stands for them, under however many they have a place (H8). */
public final class ByPerson {

    private final UnaryOperator<String> person;

    private ByPerson(Map<String, String> survivors) {
        this.person = id -> survivors.getOrDefault(id, id);
    }

    /** @param survivors those ids that stand for nobody, each with the one that does */
    public static GroupSeries shown(GroupSeries group, Map<String, String> survivors) {
        return survivors.isEmpty() ? group : new ByPerson(survivors).shown(group);
    }

    private GroupSeries shown(GroupSeries group) {
        List<Seat> roster = once(group.roster(), Seat::id, s -> new Seat(named(s.id()), s.since(), s.facility()));
        Set<String> met = roster.stream().map(Seat::id).collect(Collectors.toCollection(HashSet::new));
        List<Waiting> waitlist = once(
                        group.waitlist(),
                        Waiting::id,
                        w -> new Waiting(named(w.id()), w.since(), w.priority(), w.facility(), w.lostFor()))
                .stream()
                .filter(w -> met.add(w.id()))
                .toList();
        List<Former> former =
                once(group.former(), Former::id, f -> new Former(named(f.id()), f.seatUntil(), f.givenUp())).stream()
                        .filter(f -> met.add(f.id()))
                        .toList();
        List<Session> sessions = group.sessions().stream()
                .map(s -> new Session(s.id(), s.start(), s.end(), present(s.attendance())))
                .toList();
        return new GroupSeries(
                group.id(),
                group.name(),
                group.site(),
                group.place(),
                group.setting(),
                group.leader(),
                group.capacity(),
                sessions,
                roster,
                waitlist,
                former);
    }

    private String named(String id) {
        return person.apply(id);
    }

    /** Who came under one id came. */
    private List<Presence> present(List<Presence> taken) {
        Map<String, Boolean> came = new LinkedHashMap<>();
        taken.forEach(p -> came.merge(named(p.id()), p.attended(), Boolean::logicalOr));
        return came.entrySet().stream()
                .map(p -> new Presence(p.getKey(), p.getValue()))
                .toList();
    }

    private static <T> List<T> once(List<T> list, Function<T, String> id, UnaryOperator<T> asShown) {
        Set<String> met = new HashSet<>();
        return list.stream()
                .map(asShown)
                .filter(each -> met.add(id.apply(each)))
                .toList();
    }
}
