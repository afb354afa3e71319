package org.throughcare.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.group.GroupSeries.Presence;
import org.throughcare.scheduling.group.GroupSeries.Priority;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.Setting;

class GroupSeriesTest {

    private final Office office = new Office();

    @Test
    @DisplayName("L5 the last seat is taken, who comes after it waits")
    void capacity() {
        plan(2);
        seat("a", null);
        seat("b", null);
        seat("c", null);

        assertThat(group().roster()).extracting(GroupSeries.Seat::id).containsExactly("a", "b");
        assertThat(group().waitlist()).extracting(GroupSeries.Waiting::id).containsExactly("c");
    }

    @Test
    @DisplayName("Y1 a freed seat goes to a veteran before those who waited longer, then by time")
    void priority() {
        office.participants.now("d", "d", new KnownParticipant("d", "D", SITE, Office.CHICAGO, true, List.of(), null));
        plan(1);
        seat("a", null);
        seat("b", null);
        office.now = office.now.plusSeconds(60);
        seat("c", Priority.VETERAN);
        office.now = office.now.plusSeconds(60);
        seat("d", null);

        free("a");
        assertThat(group().roster()).extracting(GroupSeries.Seat::id).containsExactly("c");
        free("c");
        assertThat(group().roster()).extracting(GroupSeries.Seat::id).containsExactly("d");
        free("d");
        assertThat(group().roster()).extracting(GroupSeries.Seat::id).containsExactly("b");
    }

    @Test
    @DisplayName("L5 attendance is taken per person from the session's start on, and only for the roster")
    void attendance() {
        plan(2);
        seat("a", null);
        List<Presence> came = List.of(new Presence("a", true));
        assertThat(office.runningGroups.takeAttendance(Office.command(), "g", "s1", came))
                .isInstanceOf(Result.Refused.class);
        office.now = at("2026-03-03T10:00");
        assertThat(office.runningGroups.takeAttendance(
                        Office.command(), "g", "s1", List.of(new Presence("stranger", true))))
                .isInstanceOf(Result.Refused.class);
        assertThat(office.runningGroups.takeAttendance(Office.command(), "g", "s1", came))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("L5 the sessions take the leader's time; with one of them taken nothing of the series is planned")
    void leaderBusy() {
        office.book("x", inside("2026-03-10T10:30"));
        int held = office.claims.held().size();

        assertThat(plan(2)).isInstanceOf(Result.Refused.class);
        assertThat(office.groups.all()).isEmpty();
        assertThat(office.claims.held()).hasSize(held);
    }

    @Test
    @DisplayName("L15 a group inside is not for someone released")
    void released() {
        plan(2);
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.PLANNED);
        assertThat(seat(Office.PARTICIPANT, null)).isInstanceOf(Result.Refused.class);
        assertThat(group().roster()).isEmpty();
    }

    @Test
    @DisplayName(
            "L5 a session that clashed is planned at another time under the same id, and leaves nothing of the first try")
    void plannedAfterAClash() {
        office.book("a", "someone-else", inside("2026-03-10T10:00"));

        assertThat(plan(2)).isInstanceOf(Result.Refused.class);
        assertThat(office.claims.held().values()).allMatch(h -> h.appointment().equals("a"));
        office.cancel("a", "Made room");
        assertThat(plan(2)).isInstanceOf(Result.Done.class);
        assertThat(office.claims.held()).hasSize(24);
    }

    @Test
    @DisplayName("a group is planned anew only by who has seen it, and its sessions stay where they were otherwise")
    void unseen() {
        plan(2);
        GroupSeries other = series(3, List.of(session("s1", "2026-03-04T10:00")));

        assertThat(office.planningGroups.plan(Office.command(), other))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().rule()).isEqualTo("precondition-required"));
        assertThat(office.planningGroups.plan(Office.command().expecting(7), other))
                .isInstanceOf(Result.Stale.class);
        assertThat(office.slots.find(new org.throughcare.scheduling.availability.FindingFreeSlots.Wanted(
                        INSIDE, at("2026-03-03T09:00"), at("2026-03-05T00:00"), Duration.ofMinutes(30), null)))
                .isEmpty();
        assertThat(office.claims.held()).hasSize(24);
    }

    @Test
    @DisplayName("a plan that is refused halfway moves back what it had moved")
    void takenBack() {
        plan(2);
        office.book("a", "someone-else", inside("2026-03-12T10:00"));

        Result<GroupSeries> refused = office.planningGroups.plan(
                asSeen(), series(2, List.of(session("s1", "2026-03-04T10:00"), session("s2", "2026-03-12T10:00"))));

        assertThat(refused).isInstanceOf(Result.Refused.class);
        assertThat(office.appointments.all())
                .filteredOn(a -> a.state().isBooked() && a.state().series() != null)
                .extracting(a -> a.state().when().start())
                .containsExactlyInAnyOrder(at("2026-03-03T10:00"), at("2026-03-10T10:00"));
    }

    @Test
    @DisplayName("L5 a session whose attendance is on record is not planned away, one without is")
    void attendanceStays() {
        plan(2);
        seat("a", null);
        office.now = at("2026-03-03T11:00");
        office.runningGroups.takeAttendance(Office.command(), "g", "s1", List.of(new Presence("a", true)));

        assertThat(office.planningGroups.plan(asSeen(), series(2, List.of(session("s2", "2026-03-10T10:00")))))
                .isInstanceOf(Result.Refused.class);
        assertThat(office.planningGroups.plan(asSeen(), series(2, List.of(session("s1", "2026-03-03T10:00")))))
                .isInstanceOf(Result.Done.class);
        assertThat(group().sessions())
                .singleElement()
                .satisfies(s -> assertThat(s.attendance()).containsExactly(new Presence("a", true)));
    }

    @Test
    @DisplayName("L5 one participant cannot be both there and absent")
    void namedTwice() {
        plan(2);
        seat("a", null);
        office.now = at("2026-03-03T11:00");
        assertThat(office.runningGroups.takeAttendance(
                        Office.command(), "g", "s1", List.of(new Presence("a", true), new Presence("a", false))))
                .isInstanceOf(Result.Refused.class);
    }

    private Result<GroupSeries> plan(int capacity) {
        return office.planningGroups.plan(
                asSeen(),
                series(capacity, List.of(session("s1", "2026-03-03T10:00"), session("s2", "2026-03-10T10:00"))));
    }

    private static GroupSeries series(int capacity, List<GroupSeries.Session> sessions) {
        return new GroupSeries(
                "g",
                "Job readiness",
                SITE,
                "jail",
                Setting.JAIL,
                INSIDE,
                capacity,
                sessions,
                List.of(),
                List.of(),
                List.of());
    }

    private Command asSeen() {
        Command command = Office.command();
        return office.groups.find("g").map(s -> command.expecting(s.revision())).orElse(command);
    }

    private static GroupSeries.Session session(String id, String start) {
        return new GroupSeries.Session(id, at(start), at(start).plus(Duration.ofHours(1)), List.of());
    }

    private Result<GroupSeries> seat(String participant, @org.jspecify.annotations.Nullable Priority priority) {
        return office.runningGroups.takeSeat(Office.command(), "g", participant, priority);
    }

    private void free(String participant) {
        office.runningGroups.freeSeat(Office.command(), "g", participant);
    }

    private GroupSeries group() {
        return office.groups.find("g").orElseThrow().state();
    }
}
