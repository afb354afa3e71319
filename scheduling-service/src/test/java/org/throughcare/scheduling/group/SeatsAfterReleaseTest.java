package org.throughcare.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.json.Documents;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** Who may sit in a group after custody changed, and what becomes of a seat that was given up. */
class SeatsAfterReleaseTest extends WithAGroup {

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PLANNED", "UNPLANNED", "DEATH"})
    @DisplayName("L15 who is released gives up their seat inside, and the first on the waitlist has it")
    void givenUp(Kind kind) {
        plan(1);
        seat(PARTICIPANT);
        seat("b");
        office.released("r1", TODAY, kind);
        heard();

        assertThat(roster()).containsExactly("b");
        assertThat(waitlist()).isEmpty();
        assertThat(office.groups.announced()).last().isEqualTo(new GroupEvent.SeatFreed(PARTICIPANT, "b"));
    }

    @Test
    @DisplayName("L15 heard twice, a release frees one seat once, and a withdrawal heard twice gives it back once")
    void twice() {
        plan(2);
        seat(PARTICIPANT);
        var before = group();
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
        int announced = office.groups.announced().size();
        heard();
        assertThat(office.groups.announced()).hasSize(announced);

        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        heard();
        assertThat(office.groups.announced()).hasSize(announced + 1);
        assertThat(group()).isEqualTo(before);
        assertThat(office.tasks(Task.Kind.GROUP_SEAT)).isEmpty();
    }

    @Test
    @DisplayName(
            "L15 a release that flaps takes the seat and gives it back each time; only the last heard of is enough")
    void flaps() {
        plan(1);
        seat(PARTICIPANT);
        for (String release : List.of("r1", "r2")) {
            office.released(release, TODAY, Kind.UNPLANNED);
            heard();
            assertThat(roster()).isEmpty();
            office.inCustody(LocalDate.of(2026, 6, 1));
            heard();
            assertThat(roster()).containsExactly(PARTICIPANT);
        }
        int announced = office.groups.announced().size();
        office.released("r3", TODAY, Kind.UNPLANNED);
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        assertThat(office.groups.announced()).hasSize(announced);
    }

    @Test
    @DisplayName("L15 a release that is older than its withdrawal takes no seat when it comes after it")
    void wrongOrder() {
        plan(1);
        seat(PARTICIPANT);
        office.released("r1", TODAY, Kind.UNPLANNED);
        var older = office.custodies.find(PARTICIPANT).orElseThrow();
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        assertThat(office.custodies.take(older)).isFalse();
        heard();

        assertThat(roster()).containsExactly(PARTICIPANT);
    }

    @Test
    @DisplayName(
            "L15 a seat that somebody else has by the time of the withdrawal: first in line for it, and the worker is told")
    void takenMeanwhile() {
        plan(1);
        seat(PARTICIPANT);
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
        office.now = office.now.plusSeconds(60);
        seat("b");
        seat("c");
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        heard();

        assertThat(roster()).containsExactly("b");
        assertThat(office.tasks(Task.Kind.GROUP_SEAT)).singleElement().satisfies(t -> {
            assertThat(t.state()).isEqualTo(State.OPEN);
            assertThat(t.cause()).isEqualTo("g");
            assertThat(t.assignee()).isEqualTo(INSIDE);
            assertThat(t.dueAt()).isEqualTo(at("2026-03-03T10:00"));
        });

        office.runningGroups.freeSeat(Office.command(), "g", "b");
        office.seats.recheck("g", List.of("b", PARTICIPANT));
        assertThat(roster()).containsExactly(PARTICIPANT);
        assertThat(waitlist()).containsExactly("c");
        assertThat(seatTasks()).containsExactly(State.WITHDRAWN);
    }

    @Test
    @DisplayName("L15 a lost seat's task goes with the next release, and comes again with its withdrawal")
    void lostTwice() {
        lostTheSeat();
        office.released("r2", TODAY, Kind.UNPLANNED);
        heard();
        assertThat(waitlist()).isEmpty();
        assertThat(seatTasks()).containsExactly(State.WITHDRAWN);
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        assertThat(waitlist()).containsExactly(PARTICIPANT);
        assertThat(seatTasks()).containsExactly(State.OPEN);
    }

    @Test
    @DisplayName("L15 the worker is told of a lost seat also when the service fell before it could tell")
    void toldAfterACrash() {
        lostTheSeat();
        office.tasks.forget();
        heard();
        assertThat(seatTasks()).containsExactly(State.OPEN);

        office.runningGroups.freeSeat(Office.command(), "g", PARTICIPANT);
        office.seats.recheck("g", List.of(PARTICIPANT));
        assertThat(seatTasks()).containsExactly(State.WITHDRAWN);
    }

    @Test
    @DisplayName(
            "L15 who is released does not wait for a seat inside either, and waits where they did once it is taken back")
    void waits() {
        plan(1);
        seat("a");
        seat(PARTICIPANT);
        office.now = office.now.plusSeconds(1);
        seat("c");
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
        assertThat(waitlist()).containsExactly("c");
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        office.runningGroups.freeSeat(Office.command(), "g", "a");

        assertThat(roster()).containsExactly(PARTICIPANT);
        assertThat(seatTasks()).isEmpty();
    }

    @Test
    @DisplayName("L15 a seat that a person gives up as well does not come back")
    void peopleDecide() {
        plan(1);
        seat(PARTICIPANT);
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
        office.runningGroups.freeSeat(Office.command(), "g", PARTICIPANT);
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();

        assertThat(roster()).isEmpty();
    }

    @Test
    @DisplayName("L15 a group that meets no more keeps its roster")
    void over() {
        plan(1);
        seat(PARTICIPANT);
        office.now = at("2026-03-11T12:00");
        office.released("r1", LocalDate.of(2026, 3, 11), Kind.PLANNED);
        heard();
        assertThat(roster()).containsExactly(PARTICIPANT);

        replanned(session("s3", "2026-03-17T10:00"));
        office.seats.recheck("g", List.of());
        assertThat(roster()).isEmpty();
    }

    @Test
    @DisplayName("L15 a transfer frees the seat in the jail that was left, and not one that is taken after it")
    void transferred() {
        plan(1);
        seat(PARTICIPANT);
        office.transferred("t1", TODAY, "Stateville");
        heard();
        assertThat(roster()).isEmpty();
        assertThat(group().former())
                .singleElement()
                .satisfies(f -> assertThat(f.givenUp())
                        .isNotNull()
                        .extracting(GroupSeries.GivenUp::cause)
                        .isEqualTo("t1"));

        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        assertThat(roster()).containsExactly(PARTICIPANT);

        office.transferred("t2", TODAY, "Stateville");
        heard();
        seat(PARTICIPANT);
        heard();
        assertThat(roster()).containsExactly(PARTICIPANT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"COURT", "HOSPITAL", "TEMPORARY_ABSENCE"})
    @DisplayName("L15 court, hospital and a temporary absence cost nobody a seat")
    void away(Kind kind) {
        plan(1);
        seat(PARTICIPANT);
        office.released("c1", TODAY, kind);
        heard();
        assertThat(roster()).containsExactly(PARTICIPANT);
    }

    @Test
    @DisplayName("L15 a seat outside that was taken after a release is given up when that is taken back")
    void outside() {
        plan(1, Setting.COMMUNITY, "center");
        office.released("r1", TODAY, Kind.UNPLANNED);
        seat(PARTICIPANT);
        assertThat(roster()).containsExactly(PARTICIPANT);
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        assertThat(roster()).isEmpty();
        office.released("r2", TODAY, Kind.UNPLANNED);
        heard();
        assertThat(roster()).containsExactly(PARTICIPANT);
    }

    @Test
    @DisplayName("L15 a seat taken while the release was on its way is given up when the group is heard of")
    void raced() {
        plan(2);
        seat(PARTICIPANT);
        office.released("r1", TODAY, Kind.UNPLANNED);
        office.seats.recheck("g", List.of(PARTICIPANT));
        assertThat(roster()).isEmpty();

        office.inCustody(LocalDate.of(2026, 6, 1));
        office.seats.recheck("g", List.of(PARTICIPANT));
        assertThat(roster()).containsExactly(PARTICIPANT);
    }

    @Test
    @DisplayName("a group as it was kept before it remembered who had a seat still reads")
    void olderDocument() {
        plan(1);
        seat("a");
        var kept = Documents.of(group());
        kept.remove("former");
        assertThat(Documents.read(kept, GroupSeries.class)).isEqualTo(group());
    }

    @Test
    @DisplayName("L15 nobody dead takes a seat in a group at a distance")
    void virtual() {
        plan(1, Setting.VIRTUAL, null);
        office.custody(
                Population.IN_CUSTODY,
                null,
                new org.throughcare.scheduling.known.KnownCustody.Release("d1", TODAY, office.now, Kind.DEATH));
        assertThat(seat(PARTICIPANT)).isInstanceOf(Result.Refused.class);
    }

    private void lostTheSeat() {
        plan(1);
        seat(PARTICIPANT);
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
        seat("b");
        office.inCustody(LocalDate.of(2026, 6, 1));
        heard();
        assertThat(seatTasks()).containsExactly(State.OPEN);
    }
}
