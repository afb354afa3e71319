package org.throughcare.scheduling.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.Setting;

/**
 * A group workshop (L5): sessions at a place, a roster with as many seats as its capacity, and a waitlist behind it. Whoever
 * frees a seat gives it to the first on the waitlist, veterans and foster youth before others (Y1). Attendance is taken per
 * session and person.
 */
public record GroupSeries(
        String id,
        String name,
        String site,
        @Nullable String place,
        Setting setting,
        String leader,
        int capacity,
        List<Session> sessions,
        List<Seat> roster,
        List<Waiting> waitlist) {

    /** @param attendance empty until it was taken */
    public record Session(String id, Instant start, Instant end, List<Presence> attendance) {
        public Session {
            attendance = List.copyOf(attendance);
        }
    }

    /** @param id the participant */
    public record Presence(String id, boolean attended) {}

    /** @param id the participant */
    public record Seat(String id, Instant since) {}

    /** @param id the participant */
    public record Waiting(String id, Instant since, Priority priority) {}

    /** Who comes first on a waitlist (Y1). */
    public enum Priority {
        VETERAN,
        FOSTER_YOUTH,
        /** On the participant's own record, whichever it is. */
        ON_RECORD,
        NONE;

        boolean first() {
            return this != NONE;
        }
    }

    public GroupSeries {
        sessions = List.copyOf(sessions);
        roster = List.copyOf(roster);
        waitlist = List.copyOf(waitlist);
    }

    /** Plans it, or plans it anew: the roster stays, and a larger room lets the waitlist in. */
    public static Decision<GroupSeries> plan(Optional<GroupSeries> before, GroupSeries wanted, Instant now) {
        if (wanted.capacity < 1) {
            return Decision.refuse(Refusal.invalid("L5", "capacity", "A group has one seat at least."));
        }
        for (int i = 0; i < wanted.sessions.size(); i++) {
            if (!wanted.sessions.get(i).start().isBefore(wanted.sessions.get(i).end())) {
                return Decision.refuse(
                        Refusal.invalid("L5", "sessions." + i + ".end", "A session ends after it starts."));
            }
        }
        GroupSeries is = wanted;
        if (before.isPresent()) {
            GroupSeries was = before.get();
            if (wanted.capacity < was.roster.size()) {
                return Decision.refuse(
                        Refusal.invalid("L5", "capacity", was.roster.size() + " participants have a seat already."));
            }
            is = wanted.with(wanted.keepingAttendance(was), was.roster, was.waitlist);
            while (is.roster.size() < is.capacity && !is.waitlist.isEmpty()) {
                is = is.movedUp(is.next(), now);
            }
            if (is.equals(was)) {
                return Decision.unchanged();
            }
        }
        return Decision.accept(is, new GroupEvent.GroupPlanned(is.name, is.capacity));
    }

    public Decision<GroupSeries> takeSeat(String participant, Priority priority, Instant now) {
        if (has(participant) || waitlist.stream().anyMatch(w -> w.id().equals(participant))) {
            return Decision.unchanged();
        }
        if (roster.size() < capacity) {
            return Decision.accept(
                    with(sessions, plus(roster, new Seat(participant, now)), waitlist),
                    new GroupEvent.SeatTaken(participant));
        }
        return Decision.accept(
                with(sessions, roster, plus(waitlist, new Waiting(participant, now, priority))),
                new GroupEvent.WaitlistJoined(participant));
    }

    public Decision<GroupSeries> freeSeat(String participant, Instant now) {
        List<Waiting> waiting =
                waitlist.stream().filter(w -> !w.id().equals(participant)).toList();
        if (!has(participant)) {
            return waiting.size() == waitlist.size()
                    ? Decision.unchanged()
                    : Decision.accept(with(sessions, roster, waiting), new GroupEvent.SeatFreed(participant, null));
        }
        List<Seat> left =
                roster.stream().filter(s -> !s.id().equals(participant)).toList();
        GroupSeries is = with(sessions, left, waiting);
        if (waiting.isEmpty()) {
            return Decision.accept(is, new GroupEvent.SeatFreed(participant, null));
        }
        Waiting next = is.next();
        return Decision.accept(is.movedUp(next, now), new GroupEvent.SeatFreed(participant, next.id()));
    }

    public Decision<GroupSeries> takeAttendance(String session, List<Presence> presences, Instant now) {
        Optional<Session> found =
                sessions.stream().filter(s -> s.id().equals(session)).findFirst();
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.invalid("L5", "session", "The group has no such session."));
        }
        if (now.isBefore(found.get().start())) {
            return Decision.refuse(Refusal.conflict("L5", "Attendance is taken once the session has begun."));
        }
        Optional<Presence> stranger =
                presences.stream().filter(p -> !has(p.id())).findFirst();
        if (stranger.isPresent()) {
            return Decision.refuse(Refusal.invalid(
                    "L5", "attendance", "Participant " + stranger.get().id() + " is not on the roster."));
        }
        if (presences.stream().map(Presence::id).distinct().count() < presences.size()) {
            return Decision.refuse(Refusal.invalid("L5", "attendance", "Each participant is named once."));
        }
        Session taken = new Session(session, found.get().start(), found.get().end(), presences);
        if (taken.equals(found.get())) {
            return Decision.unchanged();
        }
        List<Session> all =
                sessions.stream().map(s -> s.id().equals(session) ? taken : s).toList();
        return Decision.accept(
                with(all, roster, waitlist),
                new GroupEvent.AttendanceTaken(session, who(presences, true), who(presences, false)));
    }

    private static List<String> who(List<Presence> presences, boolean attended) {
        return presences.stream()
                .filter(p -> p.attended() == attended)
                .map(Presence::id)
                .toList();
    }

    public boolean has(String participant) {
        return roster.stream().anyMatch(s -> s.id().equals(participant));
    }

    private Waiting next() {
        return waitlist.stream()
                .min(Comparator.comparing((Waiting w) -> !w.priority().first()).thenComparing(Waiting::since))
                .orElseThrow();
    }

    private GroupSeries movedUp(Waiting who, Instant now) {
        return with(
                sessions,
                plus(roster, new Seat(who.id(), now)),
                waitlist.stream().filter(w -> !w.equals(who)).toList());
    }

    private List<Session> keepingAttendance(GroupSeries was) {
        return sessions.stream()
                .map(s -> new Session(
                        s.id(),
                        s.start(),
                        s.end(),
                        was.sessions.stream()
                                .filter(w -> w.id().equals(s.id()))
                                .findFirst()
                                .map(Session::attendance)
                                .orElse(List.of())))
                .toList();
    }

    private GroupSeries with(List<Session> session, List<Seat> seats, List<Waiting> waiting) {
        return new GroupSeries(id, name, site, place, setting, leader, capacity, session, seats, waiting);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
