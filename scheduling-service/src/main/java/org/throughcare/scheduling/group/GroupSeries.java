package org.throughcare.scheduling.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.Setting;

/**
 * A group workshop (L5): sessions at a place, a roster with as many seats as its capacity, and a waitlist behind it. Whoever
 * frees a seat gives it to the first on the waitlist, veterans and foster youth before others (Y1). Attendance is taken per
 * session and person. Who is released gives up what they have in a group inside, and has it back when the release is taken
 * back, unless somebody else does by then; what was attended before stays theirs (L15).
 *
 * @param former who had a seat or waited; for attendance of earlier sessions, and for what may come back
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
        List<Waiting> waitlist,
        List<Former> former) {

    /** @param attendance empty until it was taken */
    public record Session(String id, Instant start, Instant end, List<Presence> attendance) {
        public Session {
            attendance = List.copyOf(attendance);
        }
    }

    /** @param id the participant */
    public record Presence(String id, boolean attended) {}

    /**
     * @param id the participant
     * @param facility the jail it was taken for; null outside, and where it was not known
     */
    public record Seat(String id, Instant since, @Nullable String facility) {}

    /**
     * @param id the participant
     * @param lostFor the release that cost them the seat they had, and that somebody else has by now; null for all others
     */
    public record Waiting(
            String id,
            Instant since,
            Priority priority,
            @Nullable String facility,
            @Nullable String lostFor) {}

    /**
     * Who had a seat or waited, and no longer does.
     *
     * @param id the participant
     * @param seatUntil sessions that began before it may have been attended; null for who only waited
     * @param givenUp what custody took away and may bring back; null where a person decided
     */
    public record Former(
            String id,
            @Nullable Instant seatUntil,
            @Nullable GivenUp givenUp) {}

    /**
     * @param cause the release's id, or what else ended it
     * @param seat whether it was a seat, and not a place on the waitlist
     */
    public record GivenUp(String cause, boolean seat, Waiting place) {}

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
        former = former == null ? List.of() : List.copyOf(former);
    }

    /** Plans it, or plans it anew: roster and attendance stay, and a larger room lets the waitlist in. */
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
            Optional<Session> recorded = was.sessions.stream()
                    .filter(s -> !s.attendance().isEmpty()
                            && wanted.sessions.stream().noneMatch(w -> w.id().equals(s.id())))
                    .findFirst();
            if (recorded.isPresent()) {
                return Decision.refuse(Refusal.invalid(
                        "L5", "sessions", "Session " + recorded.get().id() + " has attendance on record; it stays."));
            }
            is = wanted.with(wanted.keepingAttendance(was), was.roster, was.waitlist, was.former);
            while (is.roster.size() < is.capacity && !is.waitlist.isEmpty()) {
                is = is.movedUp(is.next(), now);
            }
            if (is.equals(was)) {
                return Decision.unchanged();
            }
        }
        return Decision.accept(is, new GroupEvent.GroupPlanned(is.name, is.capacity));
    }

    /** @param facility the jail that the seat is for; null outside, and where it is not known */
    public Decision<GroupSeries> takeSeat(
            String participant, Priority priority, @Nullable String facility, Instant now) {
        if (has(participant) || waits(participant).isPresent()) {
            return Decision.unchanged();
        }
        if (roster.size() < capacity) {
            return Decision.accept(seated(new Seat(participant, now, facility)), new GroupEvent.SeatTaken(participant));
        }
        return Decision.accept(
                waiting(new Waiting(participant, now, priority, facility, null)),
                new GroupEvent.WaitlistJoined(participant));
    }

    /** A person's word: what is freed so never comes back by itself. */
    public Decision<GroupSeries> freeSeat(String participant, Instant now) {
        if (!concerns(participant)) {
            return Decision.unchanged();
        }
        return left(participant, null, now, now);
    }

    /**
     * Custody took it away. The place is remembered and comes back with {@link #giveBack}.
     *
     * @param cause the release, or what else ended it
     * @param until sessions that begin before it may still have been attended
     */
    Decision<GroupSeries> giveUp(String participant, String cause, Instant until, Instant now) {
        return has(participant) || waits(participant).isPresent()
                ? left(participant, cause, until, now)
                : Decision.unchanged();
    }

    private Decision<GroupSeries> left(String participant, @Nullable String cause, Instant until, Instant now) {
        Optional<Seat> seat =
                roster.stream().filter(s -> s.id().equals(participant)).findFirst();
        Optional<Waiting> place = seat.map(s -> new Waiting(s.id(), s.since(), Priority.NONE, s.facility(), null))
                .or(() -> waits(participant));
        @Nullable
        GivenUp givenUp = cause == null
                ? null
                : place.map(p -> new GivenUp(cause, seat.isPresent(), p)).orElse(null);
        @Nullable
        Instant seatUntil = seat.map(s -> until)
                .or(() -> former(participant).map(Former::seatUntil))
                .orElse(null);
        GroupSeries is = with(
                sessions,
                without(participant, roster, Seat::id),
                without(participant, waitlist, Waiting::id),
                remembering(new Former(participant, seatUntil, givenUp)));
        if (seat.isEmpty() || is.waitlist.isEmpty() || is.roster.size() >= capacity) {
            return Decision.accept(is, new GroupEvent.SeatFreed(participant, null));
        }
        Waiting next = is.next();
        return Decision.accept(is.movedUp(next, now), new GroupEvent.SeatFreed(participant, next.id()));
    }

    /**
     * What custody took away is theirs again: the seat, or, where somebody else has it by now, the place on the waitlist of
     * one who has waited since they had it.
     */
    Decision<GroupSeries> giveBack(String participant, Priority priority, Instant now) {
        Optional<GivenUp> lost = former(participant).map(Former::givenUp);
        if (lost.isEmpty() || has(participant) || waits(participant).isPresent()) {
            return Decision.unchanged();
        }
        Waiting place = lost.get().place();
        if (lost.get().seat() && roster.size() < capacity) {
            return Decision.accept(
                    seated(new Seat(participant, place.since(), place.facility())),
                    new GroupEvent.SeatTaken(participant));
        }
        GroupSeries is = waiting(
                lost.get().seat()
                        ? new Waiting(
                                participant,
                                place.since(),
                                priority,
                                place.facility(),
                                lost.get().cause())
                        : place);
        while (is.roster.size() < capacity && !is.waitlist.isEmpty()) {
            is = is.movedUp(is.next(), now);
        }
        return Decision.accept(
                is,
                is.has(participant)
                        ? new GroupEvent.SeatTaken(participant)
                        : new GroupEvent.WaitlistJoined(participant));
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
        Optional<Presence> stranger = presences.stream()
                .filter(p -> !mayHaveBeenAt(found.get(), p.id()))
                .findFirst();
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
                with(all, roster, waitlist, former),
                new GroupEvent.AttendanceTaken(session, who(presences, true), who(presences, false)));
    }

    private static List<String> who(List<Presence> presences, boolean attended) {
        return presences.stream()
                .filter(p -> p.attended() == attended)
                .map(Presence::id)
                .toList();
    }

    /** Everybody who is or was in it. */
    public Set<String> everybody() {
        return Stream.of(
                        roster.stream().map(Seat::id),
                        waitlist.stream().map(Waiting::id),
                        former.stream().map(Former::id),
                        sessions.stream().flatMap(s -> s.attendance().stream()).map(Presence::id))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    /** Whether anything about this id could be freed: a seat, a place on the waitlist, or what may come back. */
    boolean concerns(String participant) {
        return has(participant)
                || waits(participant).isPresent()
                || former(participant).map(Former::givenUp).isPresent();
    }

    /** Of one person's ids, the one under which they may have been at that session; the first where there is none. */
    String nameAt(String session, List<String> ids) {
        return sessions.stream()
                .filter(s -> s.id().equals(session))
                .flatMap(s -> ids.stream().filter(id -> mayHaveBeenAt(s, id)))
                .findFirst()
                .orElse(ids.getFirst());
    }

    public boolean has(String participant) {
        return roster.stream().anyMatch(s -> s.id().equals(participant));
    }

    Optional<Waiting> waits(String participant) {
        return waitlist.stream().filter(w -> w.id().equals(participant)).findFirst();
    }

    Optional<Former> former(String participant) {
        return former.stream().filter(f -> f.id().equals(participant)).findFirst();
    }

    /** The next session that has not begun, if there is one. */
    Optional<Session> ahead(Instant now) {
        return sessions.stream().filter(s -> s.start().isAfter(now)).min(Comparator.comparing(Session::start));
    }

    /** Who had a seat then, whatever became of it, and whoever is written down already. */
    private boolean mayHaveBeenAt(Session session, String participant) {
        return has(participant)
                || former(participant)
                        .map(Former::seatUntil)
                        .filter(session.start()::isBefore)
                        .isPresent()
                || session.attendance().stream().anyMatch(p -> p.id().equals(participant));
    }

    private Waiting next() {
        return waitlist.stream()
                .min(Comparator.comparing((Waiting w) -> !w.priority().first()).thenComparing(Waiting::since))
                .orElseThrow();
    }

    private GroupSeries movedUp(Waiting who, Instant now) {
        return seated(new Seat(who.id(), now, who.facility()));
    }

    private GroupSeries seated(Seat seat) {
        return with(
                sessions,
                plus(roster, seat),
                without(seat.id(), waitlist, Waiting::id),
                without(seat.id(), former, Former::id));
    }

    private GroupSeries waiting(Waiting who) {
        List<Former> remembered = former(who.id())
                .map(f -> remembering(new Former(f.id(), f.seatUntil(), null)))
                .orElse(former);
        return with(sessions, roster, plus(waitlist, who), remembered);
    }

    /** Only what still says something. */
    private List<Former> remembering(Former who) {
        List<Former> others = without(who.id(), former, Former::id);
        return who.seatUntil() == null && who.givenUp() == null ? others : plus(others, who);
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

    private GroupSeries with(List<Session> session, List<Seat> seats, List<Waiting> waiting, List<Former> were) {
        return new GroupSeries(id, name, site, place, setting, leader, capacity, session, seats, waiting, were);
    }

    private static <T> List<T> without(String participant, List<T> list, Function<T, String> id) {
        return list.stream().filter(each -> !id.apply(each).equals(participant)).toList();
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
