package org.throughcare.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.group.GroupSeries.Presence;
import org.throughcare.scheduling.known.KnownCustody.Kind;

/** Attendance at a group's sessions, of those who are not in it any more. */
class AttendanceAfterReleaseTest extends WithAGroup {

    @Test
    @DisplayName(
            "L5 attendance before the release is recorded and corrected after it, beside that of who has the seat now")
    void attendedBefore() {
        plan(1);
        seat(PARTICIPANT);
        office.now = at("2026-03-03T11:00");
        attended("s1", PARTICIPANT);
        office.now = at("2026-03-05T12:00");
        office.released("r1", LocalDate.of(2026, 3, 4), Kind.PLANNED);
        heard();
        seat("b");

        assertThat(group().sessions().getFirst().attendance()).containsExactly(new Presence(PARTICIPANT, true));
        assertThat(office.runningGroups.takeAttendance(
                        Office.command(), "g", "s1", List.of(new Presence(PARTICIPANT, false))))
                .isInstanceOf(Result.Done.class);
        office.now = at("2026-03-10T11:00");
        assertThat(attended("s2", PARTICIPANT)).isInstanceOf(Result.Refused.class);
        assertThat(attended("s2", "b")).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("L5 attendance that was not taken before the release can be taken after it, up to the day of release")
    void attendanceAfterwards() {
        plan(1);
        seat(PARTICIPANT);
        office.now = at("2026-03-04T12:00");
        office.released("r1", LocalDate.of(2026, 3, 3), Kind.UNPLANNED);
        heard();
        assertThat(roster()).isEmpty();
        assertThat(attended("s1", PARTICIPANT)).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("L5 a session after a release that was dated back was not attended, unless somebody wrote so before")
    void datedBack() {
        plan(2);
        seat(PARTICIPANT);
        seat("b");
        office.now = at("2026-03-04T12:00");
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
        assertThat(attended("s1", PARTICIPANT)).isInstanceOf(Result.Refused.class);
    }

    @Test
    @DisplayName("L5 who gave a seat up by their own word was there before, too")
    void freedByHand() {
        plan(1);
        seat(PARTICIPANT);
        office.now = at("2026-03-03T11:00");
        office.runningGroups.freeSeat(Office.command(), "g", PARTICIPANT);

        assertThat(attended("s1", PARTICIPANT)).isInstanceOf(Result.Done.class);
        heard();
        assertThat(roster()).isEmpty();
    }
}
