package org.throughcare.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.CHICAGO;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.OUTSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;
import static org.throughcare.scheduling.Office.outside;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.AppointmentStatus.Booked;
import org.throughcare.scheduling.booking.AppointmentStatus.Lapsed;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.known.KnownStaff.ClearanceState;
import org.throughcare.scheduling.known.KnownSupervision;

class BookingAnAppointmentTest {

    private final Office office = new Office();

    @Test
    @DisplayName("a free time is booked and claimed for worker and participant")
    void books() {
        Result<Appointment> result = office.book("a", inside("2026-03-03T10:00"));

        assertThat(result).isInstanceOf(Result.Done.class);
        assertThat(office.appointment("a").status()).isInstanceOf(Booked.class);
        assertThat(office.claims.held())
                .hasSize(12)
                .allSatisfy((key, hold) -> assertThat(hold.appointment()).isEqualTo("a"));
    }

    @Test
    @DisplayName("the same command again is answered as the first time and books nothing more")
    void repeats() {
        office.book("a", inside("2026-03-03T10:00"));
        Result<Appointment> again = office.book("a", inside("2026-03-03T10:00"));

        assertThat(again)
                .isInstanceOfSatisfying(
                        Result.Done.class, d -> assertThat(d.repeated()).isTrue());
        assertThat(office.appointments.announced()).hasSize(2);
    }

    @Test
    @DisplayName(
            "a time that overlaps by five minutes is refused, names the clash and leaves no claim; one right after is booked")
    void clash() {
        office.book("a", inside("2026-03-03T10:00"));

        Result<Appointment> overlapping = office.book("b", "someone-else", inside("2026-03-03T10:25"));
        Result<Appointment> after = office.book("c", "someone-else", inside("2026-03-03T10:30"));

        assertThat(overlapping)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().reason())
                                .startsWith("The worker already has another appointment at 10:25")
                                .doesNotContain(PARTICIPANT));
        assertThat(office.appointment("b").status()).isInstanceOf(Lapsed.class);
        assertThat(office.claims.held().values()).noneMatch(h -> h.appointment().equals("b"));
        assertThat(after).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("one room has one meeting at a time, with whichever worker and participant")
    void room() {
        Window one = inside("2026-03-03T10:00");
        office.book("a", new Window(INSIDE, one.start(), one.end(), CHICAGO, SITE, "jail", "B2", one.setting()));
        office.staff.now("other", null, office.staff.find(INSIDE).orElseThrow().snapshot());

        Result<Appointment> same = office.book(
                "b", "else", new Window("other", one.start(), one.end(), CHICAGO, SITE, "jail", "B2", one.setting()));
        Result<Appointment> next = office.book(
                "c", "else", new Window("other", one.start(), one.end(), CHICAGO, SITE, "jail", "B3", one.setting()));

        assertThat(same).isInstanceOf(Result.Refused.class);
        assertThat(next).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("a claim of a booking that broke off is taken over, and that booking has lapsed for good")
    void staleClaim() {
        leftBehind("crashed");
        office.now = office.now.plus(Appointment.HOLD);

        assertThat(office.book("b", "someone-else", inside("2026-03-03T10:00"))).isInstanceOf(Result.Done.class);
        assertThat(office.appointment("crashed").status()).isInstanceOf(Lapsed.class);
        assertThat(office.book("crashed", inside("2026-03-03T10:00"))).isInstanceOf(Result.Refused.class);
        assertThat(office.appointment("b").status()).isInstanceOf(Booked.class);
    }

    @Test
    @DisplayName("a claim of a booking still under way is not taken over, one second before its hold ends")
    void notYetStale() {
        leftBehind("slow");
        office.now = office.now.plus(Appointment.HOLD).minusSeconds(1);

        assertThat(office.book("b", "someone-else", inside("2026-03-03T10:00"))).isInstanceOf(Result.Refused.class);
        assertThat(office.book("slow", inside("2026-03-03T10:00"))).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("the deadline gives up a booking that broke off, and nothing happens before it")
    void deadline() {
        leftBehind("crashed");
        Appointment pending = office.appointment("crashed");

        assertThat(pending.visit(office.now.plus(Appointment.HOLD).minusMillis(1)))
                .isInstanceOf(org.throughcare.platform.aggregate.Decision.Unchanged.class);
        assertThat(pending.visit(office.now.plus(Appointment.HOLD)))
                .isInstanceOf(org.throughcare.platform.aggregate.Decision.Accepted.class);
    }

    @Test
    @DisplayName("L12 nobody is booked into a jail without a clearance that is valid on that day")
    void clearance() {
        office.inCustody(LocalDate.of(2027, 6, 1));
        assertThat(refused(office.book("a", inside("2027-01-01T10:00")))).isEqualTo("L12");
        assertThat(office.book("b", inside("2026-12-31T10:00"))).isInstanceOf(Result.Done.class);

        for (ClearanceState state :
                List.of(ClearanceState.NONE, ClearanceState.PENDING, ClearanceState.EXPIRED, ClearanceState.REVOKED)) {
            office.staff.now(
                    INSIDE,
                    null,
                    new KnownStaff(
                            INSIDE, "Ines", true, new KnownStaff.Clearance(state, null), null, null, null, List.of()));
            assertThat(refused(office.book("c" + state, inside("2026-03-05T10:00"))))
                    .isEqualTo("L12");
        }
        assertThat(office.appointments.announced()).hasSize(2);
    }

    @Test
    @DisplayName("L15 inside until the projected day, outside from it on; nothing is announced of a refusal")
    void projected() {
        assertThat(office.book("a", inside("2026-06-01T10:00"))).isInstanceOf(Result.Done.class);
        assertThat(refused(office.book("b", inside("2026-06-02T10:00")))).isEqualTo("L15");
        assertThat(refused(office.book("c", outside(OUTSIDE, "2026-05-31T10:00"))))
                .isEqualTo("L15");
        assertThat(office.book("d", outside(OUTSIDE, "2026-06-01T13:00"))).isInstanceOf(Result.Done.class);
        assertThat(office.appointments.announced()).hasSize(4);
    }

    @Test
    @DisplayName("L15 after a release nobody is booked inside from its day on")
    void released() {
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.UNPLANNED);

        assertThat(refused(office.book("a", inside("2026-03-02T15:00")))).isEqualTo("L15");
        assertThat(office.book("b", outside(OUTSIDE, "2026-03-02T15:00"))).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("L19 the first meeting outside opens with the plan, the second does not")
    void opensWithPlan() {
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.PLANNED);
        office.book("a", outside(OUTSIDE, "2026-03-03T10:00"));
        office.book("b", outside(OUTSIDE, "2026-03-10T10:00"));

        assertThat(office.appointment("a").opensWithPlan()).isTrue();
        assertThat(office.appointment("b").opensWithPlan()).isFalse();
    }

    @Test
    @DisplayName("L8 nobody is booked while the participant works; right after it they are")
    void busy() {
        office.participants.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownParticipant(
                        PARTICIPANT,
                        "K7M2-4",
                        SITE,
                        CHICAGO,
                        false,
                        List.of(new KnownParticipant.BusyTime(
                                DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), "WORK")),
                        null));

        assertThat(refused(office.book("a", inside("2026-03-03T11:45")))).isEqualTo("L8");
        assertThat(office.book("b", inside("2026-03-03T12:00"))).isInstanceOf(Result.Done.class);
        assertThat(office.book("c", inside("2026-03-04T11:45"))).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName(
            "L14 nobody is booked while the participant reports to their officer; to the minute before and after they are")
    void reportsToTheOfficer() {
        KnownSupervision.Reporting tuesdays = new KnownSupervision.Reporting(
                null, DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(11, 0), null, null);
        office.participants.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownParticipant(
                        PARTICIPANT,
                        "K7M2-4",
                        SITE,
                        CHICAGO,
                        false,
                        List.of(),
                        new KnownSupervision(LocalDate.of(2026, 3, 3), null, List.of(tuesdays))));

        assertThat(refused(office.book("a", inside("2026-03-03T10:45")))).isEqualTo("L14");
        assertThat(office.claims.held()).as("nothing was booked").isEmpty();
        assertThat(office.book("b", inside("2026-03-03T09:30"))).isInstanceOf(Result.Done.class);
        assertThat(office.book("c", inside("2026-03-03T11:00"))).isInstanceOf(Result.Done.class);
        assertThat(office.book("d", inside("2026-03-04T10:15"))).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("a cancelled time is free again")
    void cancelled() {
        office.book("a", inside("2026-03-03T10:00"));
        office.cancel("a", "Lockdown");

        assertThat(office.claims.held()).isEmpty();
        assertThat(office.book("b", "someone-else", inside("2026-03-03T10:00"))).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("a move by fifteen minutes overlaps its own old time and frees the rest of it")
    void movesOverItself() {
        office.book("a", inside("2026-03-03T10:00"));

        Result<Appointment> moved =
                office.moving.move(new MovingAnAppointment.Move(Office.command(), "a", inside("2026-03-03T10:15")));

        assertThat(moved).isInstanceOf(Result.Done.class);
        assertThat(office.appointment("a").when().start()).isEqualTo(at("2026-03-03T10:15"));
        assertThat(office.claims.held()).hasSize(12);
        assertThat(office.claims.held().keySet()).allMatch(k -> !k.slot().isBefore(at("2026-03-03T10:15")));
    }

    @Test
    @DisplayName("a move to a taken time is refused and the old time stays")
    void moveClash() {
        office.book("a", inside("2026-03-03T10:00"));
        office.book("b", "someone-else", inside("2026-03-03T11:00"));

        Result<Appointment> moved =
                office.moving.move(new MovingAnAppointment.Move(Office.command(), "a", inside("2026-03-03T10:45")));

        assertThat(moved).isInstanceOf(Result.Refused.class);
        assertThat(office.appointment("a").when().start()).isEqualTo(at("2026-03-03T10:00"));
        assertThat(office.appointment("a").movingTo()).isNull();
        assertThat(office.claims.held()).hasSize(24);
    }

    @Test
    @DisplayName("L5 attendance is recorded from the start on, not a minute before")
    void attendance() {
        office.book("a", inside("2026-03-03T10:00"));
        RecordingAttendance.Attendance came = new RecordingAttendance.Attendance(Command.withId("x"), "a", true, null);
        office.now = at("2026-03-03T09:59");
        assertThat(office.attendance.record(came)).isInstanceOf(Result.Refused.class);
        office.now = at("2026-03-03T10:00");
        assertThat(office.attendance.record(came)).isInstanceOf(Result.Done.class);
        assertThat(office.appointment("a").isAttended()).isTrue();
    }

    @Test
    @DisplayName("a start off the five-minute grid is refused with its field")
    void grid() {
        Window off = inside("2026-03-03T10:00");
        Window wanted = new Window(
                INSIDE, off.start().plus(Duration.ofMinutes(2)), off.end(), CHICAGO, SITE, "jail", null, off.setting());

        assertThat(office.book("a", wanted))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        r -> assertThat(r.refusal().field()).isEqualTo("start"));
    }

    /** As a crash between the claims and the confirmation leaves it. */
    private void leftBehind(String id) {
        Window window = inside("2026-03-03T10:00");
        office.appointments.create(
                Command.withId(id),
                id,
                () -> org.throughcare.platform.aggregate.Decision.accept(
                        Appointment.pending(
                                id, PARTICIPANT, null, Appointment.Kind.ONE_ON_ONE, window, false, null, office.now),
                        new AppointmentEvent.AppointmentRequested(window.start())));
        office.claims.take(new Claims.Hold(id, 1), window.claims(PARTICIPANT).subList(0, 3));
    }

    private static String refused(Result<Appointment> result) {
        return result instanceof Result.Refused<Appointment> r ? r.refusal().rule() : "not refused: " + result;
    }
}
