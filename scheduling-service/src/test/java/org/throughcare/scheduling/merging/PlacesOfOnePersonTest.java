package org.throughcare.scheduling.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.OUTSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.calendar.WorkersCalendar;
import org.throughcare.scheduling.group.ByPerson;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.GroupSeries.Presence;
import org.throughcare.scheduling.group.GroupSeries.Priority;
import org.throughcare.scheduling.group.GroupSnapshot;
import org.throughcare.scheduling.known.Setting;

/** Where a person with two records is expected: in groups, in rooms and in calendars. */
class PlacesOfOnePersonTest extends TwoRecords {

    @Test
    @DisplayName(
            "L5, H8: a roster shows a person once, under the survivor; named by either id they are freed and were there")
    void oneSeat() {
        groupOn("2026-03-02");
        seat(ALIAS);
        merge();
        assertThat(seat(PARTICIPANT)).as("has a place already").isInstanceOf(Result.Unchanged.class);
        GroupSeries kept = group();
        assertThat(kept.has(ALIAS)).as("nothing is re-keyed").isTrue();
        Map<String, String> survivors = office.persons.survivorsOf(kept.everybody());
        assertThat(GroupSnapshot.of(ByPerson.shown(kept, survivors)).roster()).containsExactly(PARTICIPANT);

        office.now = at("2026-03-02T12:00");
        assertThat(office.runningGroups.takeAttendance(
                        Office.command(), "g", "s1", List.of(new Presence(PARTICIPANT, true))))
                .isInstanceOf(Result.Done.class);
        assertThat(group().sessions().getFirst().attendance()).containsExactly(new Presence(ALIAS, true));
        office.runningGroups.freeSeat(Office.command(), "g", PARTICIPANT);
        assertThat(group().roster()).isEmpty();
    }

    @Test
    @DisplayName("L5, H8: two seats of one person are shown as one and freed as one")
    void twoSeatsAreOne() {
        groupOn("2026-03-05");
        seat(PARTICIPANT);
        seat(ALIAS);
        merge();
        Map<String, String> survivors = office.persons.survivorsOf(group().everybody());
        assertThat(GroupSnapshot.of(ByPerson.shown(group(), survivors)).roster())
                .containsExactly(PARTICIPANT);
        undo();
        assertThat(GroupSnapshot.of(group()).roster()).containsExactlyInAnyOrder(PARTICIPANT, ALIAS);
        merge();
        office.runningGroups.freeSeat(Office.command(), "g", ALIAS);
        assertThat(group().roster()).isEmpty();
    }

    @Test
    @DisplayName("H8: nobody is booked in two places at once under two ids; to the minute after it they may be")
    void notInTwoPlaces() {
        office.book("a", ALIAS, Office.inside("2026-03-10T10:00"));
        merge();
        office.staff.now(
                OUTSIDE,
                null,
                Objects.requireNonNull(office.staff.find(INSIDE).orElseThrow().snapshot()));
        assertThat(office.book("b", PARTICIPANT, of(OUTSIDE, "2026-03-10T10:25")))
                .isInstanceOf(Result.Refused.class);
        assertThat(office.book("c", PARTICIPANT, of(OUTSIDE, "2026-03-10T10:30")))
                .isInstanceOf(Result.Done.class);
        undo();
        assertThat(office.book("d", PARTICIPANT, of(OUTSIDE, "2026-03-10T10:00")))
                .as("another person's hour again")
                .isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("Y16, H8: in a calendar an alias goes by the case number that people say now")
    void calendar() {
        office.book("a", ALIAS, Office.inside("2026-03-10T10:00"));
        WorkersCalendar calendar =
                new WorkersCalendar(office.diary, office.keepingTasks, office.known, () -> office.now);
        assertThat(calendar.of(INSIDE)).contains("case OLD-1");
        merge();
        assertThat(calendar.of(INSIDE)).contains("case K7M2-4").doesNotContain("OLD-1");
    }

    private static Window of(String worker, String local) {
        var inside = Office.inside(local);
        return new Window(
                worker,
                inside.start(),
                inside.end(),
                inside.zone(),
                inside.site(),
                inside.place(),
                inside.room(),
                inside.setting());
    }

    private void groupOn(String day) {
        GroupSeries.Session session = new GroupSeries.Session("s1", at(day + "T10:00"), at(day + "T11:00"), List.of());
        office.planningGroups.plan(
                Office.command(),
                new GroupSeries(
                        "g",
                        "Job readiness",
                        SITE,
                        "jail",
                        Setting.JAIL,
                        INSIDE,
                        5,
                        List.of(session),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private Result<GroupSeries> seat(String id) {
        return office.runningGroups.takeSeat(Office.command(), "g", id, Priority.NONE);
    }

    private GroupSeries group() {
        return office.groups.find("g").orElseThrow().state();
    }
}
