package org.throughcare.scheduling.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;
import static org.throughcare.scheduling.Office.outside;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.json.Json;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentSnapshot;
import org.throughcare.scheduling.booking.AppointmentStatus.Booked;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.booking.AppointmentStatus.Lapsed;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.cadence.Adjustment;
import org.throughcare.scheduling.cadence.CadenceSnapshot;
import org.throughcare.scheduling.dropin.TakingADropIn;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** Crashes, repeats and news in any order: each meeting stands, or somebody is told that it does not. */
class NoMeetingLostTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Office office = new Office();

    @Test
    @DisplayName("a move that clashed, sent again, is not said to have succeeded")
    void clashedMoveAgain() {
        office.book("a", inside("2026-03-03T10:00"));
        office.book("b", "someone-else", inside("2026-03-03T11:00"));
        Command command = Office.command();

        assertThat(move(command, "a", "2026-03-03T11:00")).isInstanceOf(Result.Refused.class);
        assertThat(move(command, "a", "2026-03-03T11:00")).isInstanceOf(Result.Refused.class);
    }

    @Test
    @DisplayName("a move that was made, sent again after its time has come, is answered as the first time")
    void oldMoveAgain() {
        office.book("a", inside("2026-03-03T10:00"));
        Command command = Office.command();
        move(command, "a", "2026-03-03T11:00");
        office.now = at("2026-03-04T09:00");

        assertThat(move(command, "a", "2026-03-03T11:00"))
                .isInstanceOfSatisfying(
                        Result.Done.class, d -> assertThat(d.repeated()).isTrue());
    }

    @Test
    @DisplayName("L15 what a person cancels too is not restored when the release is withdrawn")
    void personsWord() {
        office.book("a", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.cancel("a", "No longer wanted");
        office.inCustody(LocalDate.of(2026, 6, 1));
        replan();

        assertThat(office.appointment("a").status()).isInstanceOf(Cancelled.class);
    }

    @Test
    @DisplayName("a lost meeting's task waits for a new booking: another one that moved or was attended does not do it")
    void lostMeeting() {
        office.book("kept", inside("2026-03-09T10:00"));
        lost("lost", "2026-03-10T10:00");
        move(Office.command(), "kept", "2026-03-09T11:00");
        office.following.follow(office.appointment("kept"), "moved", null);
        assertThat(toBook()).containsExactly(State.OPEN);

        office.book("new", inside("2026-03-10T13:00"));
        office.following.follow(office.appointment("new"), "late", office.now.minusSeconds(1));
        assertThat(toBook()).containsExactly(State.OPEN);
        office.following.follow(office.appointment("new"), "booked", office.now);
        assertThat(toBook()).containsExactly(State.DONE);
    }

    @Test
    @DisplayName("L15 a crash between booking inside and looking at custody again heals when the booking is heard of")
    void crashAfterBooking() {
        office.book("a", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);

        office.following.follow(office.appointment("a"), "booked", office.now);

        assertThat(office.appointment("a").status())
                .isInstanceOfSatisfying(
                        Cancelled.class, c -> assertThat(c.cause()).isEqualTo("r1"));
    }

    @Test
    @DisplayName(
            "L15 a meeting cancelled by one who had not heard of the withdrawal yet stands again once that is heard of")
    void cancelledTooLate() {
        office.book("a", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.inCustody(LocalDate.of(2026, 6, 1));

        office.following.follow(office.appointment("a"), "cancelled", null);

        assertThat(office.appointment("a").status()).isInstanceOf(Booked.class);
    }

    @Test
    @DisplayName("L15 a restoration that a crash left halfway is gone on with when the news comes again")
    void crashWhileRestoring() {
        halfRestored();
        replan();

        assertThat(office.appointment("a").status()).isInstanceOf(Booked.class);
        assertThat(office.claims.held()).hasSize(12);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).isEmpty();
    }

    @Test
    @DisplayName("L15 a restoration that broke off for good asks for another meeting")
    void brokenRestoration() {
        halfRestored();
        office.now = office.now.plus(Duration.ofSeconds(30));
        office.appointments.change(Office.command(), "a", a -> a.visit(office.now));
        assertThat(office.appointment("a").status()).isInstanceOf(Lapsed.class);

        office.following.follow(office.appointment("a"), "lapsed", null);
        office.following.follow(office.appointment("a"), "lapsed", null);

        assertThat(toBook()).containsExactly(State.OPEN);
    }

    @Test
    @DisplayName("L16 who walked in before the release was recorded has had the first contact")
    void walkedInFirst() {
        new TakingADropIn(office.appointments, office.diary, office.known, () -> office.now)
                .take(new TakingADropIn.DropIn(
                        Command.withId("d"), "d", PARTICIPANT, null, "anybody", Setting.COMMUNITY, null, null));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();

        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.DONE);
    }

    @Test
    @DisplayName("L15 a first contact that a meeting did is to be made again when that meeting is corrected to missed")
    void corrected() {
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.book("a", outside(Office.OUTSIDE, "2026-03-03T10:00"));
        office.now = at("2026-03-03T11:00");
        attendance("a", true);
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.DONE);

        attendance("a", false);
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.OPEN);
        attendance("a", true);
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.DONE);
    }

    private void attendance(String id, boolean attended) {
        office.attendance.record(new RecordingAttendance.Attendance(Office.command(), id, attended, null));
        office.following.follow(office.appointment(id), Office.command().id(), null);
    }

    @Test
    @DisplayName("nobody is asked to meet, follow up or book the dead, whichever news comes first")
    void death() {
        office.cadence.bringAbout(PARTICIPANT, "before");
        office.released("d1", TODAY, Kind.DEATH);
        office.cadence.bringAbout(PARTICIPANT, "after");
        office.followingUp.bringAbout(
                new KnownEnrolment(
                        PARTICIPANT,
                        Office.SITE,
                        "EXITED",
                        new KnownEnrolment.Exit("x", TODAY),
                        null,
                        List.of(new KnownEnrolment.FollowUp("f", 1, TODAY.plusMonths(1), null))),
                1);

        assertThat(office.cadences.find(PARTICIPANT).orElseThrow().state().nextMeetingBy())
                .isNull();
        assertThat(office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN)).isEmpty();
        assertThat(office.book("a", inside("2026-03-03T10:00"))).isInstanceOf(Result.Refused.class);
    }

    @Test
    @DisplayName("what people write, and sober living, never travels")
    void reasonsStay() {
        office.book("a", outside(Office.OUTSIDE, "2026-06-03T10:00"));
        office.cancel("a", "He is in detox");
        office.cadence.bringAbout(PARTICIPANT, "1");
        office.cadence.adjust(
                Office.command(),
                PARTICIPANT,
                Adjustment.Kind.EXEMPT_SOBER_LIVING,
                null,
                "Moved into a sober house",
                "staff");

        assertThat(Json.mapper().writeValueAsString(AppointmentSnapshot.announced(office.appointment("a"))))
                .doesNotContain("detox");
        assertThat(AppointmentSnapshot.of(office.appointment("a")).reason()).contains("detox");
        assertThat(Json.mapper()
                        .writeValueAsString(CadenceSnapshot.of(
                                office.cadences.find(PARTICIPANT).orElseThrow().state())))
                .doesNotContainIgnoringCase("sober");
        assertThat(Json.mapper().writeValueAsString(office.cadences.announced()))
                .doesNotContainIgnoringCase("sober");
        assertThat(Json.mapper().writeValueAsString(office.appointments.announced()))
                .doesNotContain("detox");
    }

    private Result<Appointment> move(Command command, String id, String local) {
        return office.moving.move(new MovingAnAppointment.Move(command, id, inside(local)));
    }

    /** Its time is lost to a moved date, and taken by another when the date moves back. */
    private void lost(String id, String local) {
        office.book(id, inside(local));
        office.inCustody(LocalDate.of(2026, 3, 9));
        replan();
        office.book("taken", "someone-else", inside(local));
        office.inCustody(LocalDate.of(2026, 6, 1));
        replan();
        assertThat(toBook()).containsExactly(State.OPEN);
    }

    private void halfRestored() {
        office.book("a", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.inCustody(LocalDate.of(2026, 6, 1));
        office.appointments.change(Office.command(), "a", a -> a.restore(office.now));
    }

    private List<State> toBook() {
        return office.tasks(Task.Kind.BOOK_MEETING).stream().map(Task::state).toList();
    }

    private void replan() {
        office.replanning.bringAbout(PARTICIPANT);
    }
}
