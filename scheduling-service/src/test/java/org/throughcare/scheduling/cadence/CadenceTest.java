package org.throughcare.scheduling.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.task.Task;

class CadenceTest {

    private static final LocalDate RELEASED = LocalDate.of(2026, 3, 2);

    private final Office office = new Office();

    @Test
    @DisplayName("L3 in custody the policy's rhythm counts from the start, then from the last meeting")
    void inCustody() {
        look("1");
        assertThat(cadence().everyDays()).isEqualTo(7);
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-03-09");

        office.book("a", inside("2026-03-03T10:00"));
        office.now = at("2026-03-03T10:30");
        office.attendance.record(new RecordingAttendance.Attendance(Office.command(), "a", true, null));
        look("2");
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-03-10");
    }

    @Test
    @DisplayName("L10 a change of population counts at once")
    void populationChanges() {
        office.policies.now("leap", null, Office.policy("LEAP", 14, 7, 2));
        look("1");
        assertThat(cadence().everyDays()).isEqualTo(14);
        office.custody(Population.NEAR_RELEASE, LocalDate.of(2026, 4, 1), null);
        look("2");
        assertThat(cadence().everyDays()).isEqualTo(7);
        assertThat(cadence().step()).isEqualTo("near release");
    }

    @Test
    @DisplayName(
            "L11 after release weekly until day 30, fortnightly from day 31, every thirty days from day 91, none from day 366")
    void taper() {
        office.released("r1", RELEASED, Kind.PLANNED);
        look("1");

        assertThat(on(30).everyDays()).isEqualTo(7);
        assertThat(on(31).everyDays()).isEqualTo(14);
        assertThat(on(90).everyDays()).isEqualTo(14);
        assertThat(on(91).everyDays()).isEqualTo(30);
        assertThat(on(365).everyDays()).isEqualTo(30);
        assertThat(on(366).everyDays()).isNull();
    }

    @Test
    @DisplayName("L11 the step's deadline is midnight at the site after its last day")
    void stepsAtMidnight() {
        office.released("r1", RELEASED, Kind.PLANNED);
        look("1");
        Cadence asked = accepted(cadence().visit(at("2026-03-07T00:00")));

        assertThat(asked.nextVisit()).isEqualTo(at("2026-04-02T00:00"));
        assertThat(asked.visit(at("2026-04-01T23:59"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(asked.visit(at("2026-04-02T00:00")))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        a -> assertThat(a.happened()).isInstanceOf(CadenceEvent.CadenceStepped.class));
    }

    @Test
    @DisplayName("L11 a worker holds the step, with a reason, and the taper passes it by; a new population ends that")
    void hold() {
        office.released("r1", RELEASED, Kind.PLANNED);
        look("1");
        adjust(Adjustment.Kind.HOLD, null);
        assertThat(on(31).everyDays()).isEqualTo(7);

        office.inCustody(LocalDate.of(2026, 6, 1));
        look("2");
        assertThat(cadence().adjustment()).isNull();
    }

    @Test
    @DisplayName("L11 a wider step is accepted, one that is no wider is refused")
    void widen() {
        look("1");
        assertThat(adjust(Adjustment.Kind.WIDEN, 7)).isInstanceOf(Result.Refused.class);
        assertThat(adjust(Adjustment.Kind.WIDEN, 8)).isInstanceOf(Result.Done.class);
        assertThat(cadence().everyDays()).isEqualTo(8);
    }

    @Test
    @DisplayName("L3 sober living exempts from LEAP's rhythm, widens no other programme's, and ends with the housing")
    void soberLiving() {
        look("1");
        adjust(Adjustment.Kind.EXEMPT_SOBER_LIVING, null);
        assertThat(cadence().everyDays()).isNull();
        assertThat(cadence().nextVisit()).isNull();

        office.policies.now("wioa", null, Office.policy("WIOA_MONTGOMERY", 30, 30, 2));
        office.cases.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownCase(
                        PARTICIPANT,
                        List.of("LEAP", "WIOA_MONTGOMERY"),
                        Office.SITE,
                        "SAME_STAFF",
                        Office.INSIDE,
                        List.of(),
                        null,
                        null,
                        null));
        look("2");
        assertThat(cadence().everyDays()).isEqualTo(30);
        adjust(Adjustment.Kind.END_EXEMPTION, null);
        assertThat(cadence().everyDays()).isEqualTo(7);
    }

    @Test
    @DisplayName("L3 outside, the rhythm ends with work")
    void working() {
        office.released("r1", RELEASED, Kind.PLANNED);
        office.enrolments.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownEnrolment(
                        PARTICIPANT,
                        Office.SITE,
                        "PARTICIPATING",
                        null,
                        new KnownEnrolment.Placement("j1", RELEASED),
                        List.of()));
        look("1");
        assertThat(cadence().everyDays()).isNull();
        assertThat(cadence().step()).isEqualTo("released, working");
    }

    @Test
    @DisplayName("L3 three days before a meeting is due and none is booked, somebody is asked to book one, once")
    void asks() {
        look("1");
        assertThat(cadence().visit(at("2026-03-05T23:59"))).isInstanceOf(Decision.Unchanged.class);
        visit(at("2026-03-06T00:00"));
        office.cadence.meetingWanted(PARTICIPANT);
        office.cadence.meetingWanted(PARTICIPANT);

        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).singleElement().satisfies(t -> {
            assertThat(t.assignee()).isEqualTo(Office.INSIDE);
            assertThat(t.dueAt()).isEqualTo(at("2026-03-10T00:00").minusMillis(1));
        });
        assertThat(cadence().visit(at("2026-03-08T00:00"))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("L3 with a meeting booked in time nobody is asked")
    void booked() {
        look("1");
        office.book("a", inside("2026-03-09T10:00"));
        visit(at("2026-03-06T00:00"));
        office.cadence.meetingWanted(PARTICIPANT);

        assertThat(office.tasks.announced()).isEmpty();
    }

    private void look(String because) {
        office.cadence.bringAbout(PARTICIPANT, because);
    }

    private void visit(Instant at) {
        office.now = at;
        office.cadences.change(Office.command(), PARTICIPANT, c -> c.visit(at));
    }

    private Result<Cadence> adjust(Adjustment.Kind kind, @org.jspecify.annotations.Nullable Integer every) {
        return office.cadence.adjust(Office.command(), PARTICIPANT, kind, every, "because", "staff-1");
    }

    private Cadence on(int daysAfterRelease) {
        Instant then = RELEASED.plusDays(daysAfterRelease)
                .atTime(12, 0)
                .atZone(Office.CHICAGO)
                .toInstant();
        return cadence().visit(then) instanceof Decision.Accepted<Cadence> a ? a.state() : cadence();
    }

    private Cadence cadence() {
        return office.cadences.find(PARTICIPANT).orElseThrow().state();
    }

    private static Cadence accepted(Decision<Cadence> decision) {
        return ((Decision.Accepted<Cadence>) decision).state();
    }
}
