package org.throughcare.scheduling.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;
import static org.throughcare.scheduling.Office.outside;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.dropin.TakingADropIn;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownEnrolment.FollowUp;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.TaskSnapshot.State;

class TasksTest {

    private static final LocalDate EXIT = LocalDate.of(2026, 3, 2);

    private final Office office = new Office();

    @Test
    @DisplayName("N8 an exit opens a check-in for months 1, 3, 5, 8 and 12, each due at the end of its day at the site")
    void followUps() {
        exited("x1", null);

        assertThat(office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN))
                .hasSize(5)
                .allMatch(t -> t.state() == State.OPEN)
                .extracting(Task::dueAt)
                .contains(
                        at("2026-04-03T00:00").minusMillis(1),
                        at("2027-03-03T00:00").minusMillis(1));
    }

    @Test
    @DisplayName("N8 an exit undone withdraws them, and a new exit opens its own")
    void undone() {
        exited("x1", null);
        enrolment(null, "PARTICIPATING", null);
        assertThat(office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN)).hasSize(5).allMatch(t -> t.state() == State.WITHDRAWN);

        exited("x2", null);
        assertThat(office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN))
                .filteredOn(t -> t.state() == State.OPEN)
                .hasSize(5);
    }

    @Test
    @DisplayName("Y12 a follow-up on record is done, the others stay open")
    void recorded() {
        exited("x1", null);
        exited("x1", LocalDate.of(2026, 4, 1));
        assertThat(office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN))
                .filteredOn(t -> t.state() == State.DONE)
                .hasSize(1);
    }

    @Test
    @DisplayName("N8 contact does the check-in whose month it is in, and none that is further ahead")
    void contact() {
        exited("x1", null);
        office.keepingTasks.contactMade(PARTICIPANT, LocalDate.of(2026, 3, 20), KeepingTasks.NOTE, "n1");
        assertThat(office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN))
                .filteredOn(t -> t.state() == State.DONE)
                .extracting(Task::cause)
                .containsExactly("f1");
    }

    @Test
    @DisplayName("L15 first contact is done by contact from the day of release on, not by the day before")
    void firstContactByNote() {
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.UNPLANNED);
        office.replanning.bringAbout(PARTICIPANT);
        office.keepingTasks.contactMade(PARTICIPANT, LocalDate.of(2026, 3, 1), KeepingTasks.NOTE, "n1");
        assertThat(firstContact().state()).isEqualTo(State.OPEN);
        office.keepingTasks.contactMade(PARTICIPANT, LocalDate.of(2026, 3, 2), KeepingTasks.NOTE, "n2");
        assertThat(firstContact().state()).isEqualTo(State.DONE);
        assertThat(office.tasks.announced()).hasSize(2);
    }

    @Test
    @DisplayName(
            "L15 first contact is done by a meeting outside that took place, not by one inside on the day of release")
    void metOutside() {
        office.book("in", inside("2026-03-02T09:30"));
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.UNPLANNED);
        office.replanning.bringAbout(PARTICIPANT);
        office.book("out", outside(Office.OUTSIDE, "2026-03-03T10:00"));
        office.now = at("2026-03-03T10:00");
        attended("in");
        assertThat(firstContact().state()).isEqualTo(State.OPEN);
        attended("out");
        assertThat(firstContact().state()).isEqualTo(State.DONE);
    }

    @Test
    @DisplayName(
            "L16 a drop-in is known by its case number, linked at once, whoever takes it, and counts as first contact")
    void dropIn() {
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.UNPLANNED);
        office.replanning.bringAbout(PARTICIPANT);
        TakingADropIn taking = new TakingADropIn(office.appointments, office.diary, office.known, () -> office.now);
        Result<?> taken = taking.take(new TakingADropIn.DropIn(
                Command.withId("d1"), "d1", null, " K7M2-4 ", "anybody", Setting.COMMUNITY, null, null));

        assertThat(taken).isInstanceOf(Result.Done.class);
        assertThat(office.appointment("d1").participant()).isEqualTo(PARTICIPANT);
        assertThat(office.appointment("d1").opensWithPlan()).isTrue();
        office.following.follow(office.appointment("d1"), "e1", null);
        assertThat(firstContact().state()).isEqualTo(State.DONE);
    }

    @Test
    @DisplayName("L16 a case number that nobody has is refused and nothing is announced")
    void unknownNumber() {
        TakingADropIn taking = new TakingADropIn(office.appointments, office.diary, office.known, () -> office.now);
        assertThat(taking.take(new TakingADropIn.DropIn(
                        Command.withId("d1"), "d1", null, "K7M2-5", "anybody", Setting.VIRTUAL, null, null)))
                .isInstanceOf(Result.Refused.class);
        assertThat(office.appointments.announced()).isEmpty();
    }

    @Test
    @DisplayName("L3 a missed meeting asks for another, and a booking answers that")
    void missed() {
        office.book("a", inside("2026-03-03T10:00"));
        office.now = at("2026-03-03T11:00");
        office.attendance.record(new RecordingAttendance.Attendance(Office.command(), "a", false, "Lockdown"));
        office.following.follow(office.appointment("a"), "e1", null);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).extracting(Task::state).containsExactly(State.OPEN);

        office.book("b", inside("2026-03-04T10:00"));
        office.following.follow(office.appointment("b"), "e2", office.now);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).extracting(Task::state).containsExactly(State.DONE);
    }

    @Test
    @DisplayName("a withdrawn task cannot be completed")
    void withdrawn() {
        exited("x1", null);
        enrolment(null, "PARTICIPATING", null);
        String id = office.tasks.all().getFirst().id();
        assertThat(office.keepingTasks.complete(Office.command(), id, "by hand"))
                .isInstanceOf(Result.Refused.class);
    }

    private void attended(String id) {
        office.attendance.record(new RecordingAttendance.Attendance(Office.command(), id, true, null));
        office.following.follow(office.appointment(id), "attended-" + id, null);
    }

    private Task firstContact() {
        return office.tasks(Task.Kind.FIRST_CONTACT).getFirst();
    }

    private void exited(String exit, @Nullable LocalDate firstDone) {
        enrolment(exit, "EXITED", firstDone);
    }

    private void enrolment(@Nullable String exit, String state, @Nullable LocalDate firstDone) {
        List<FollowUp> followUps = exit == null
                ? List.of()
                : Stream.of(1, 3, 5, 8, 12)
                        .map(m -> new FollowUp("f" + m, m, EXIT.plusMonths(m), m == 1 ? firstDone : null))
                        .toList();
        var copy = office.enrolments.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownEnrolment(
                        PARTICIPANT,
                        Office.SITE,
                        state,
                        exit == null ? null : new KnownEnrolment.Exit(exit, EXIT),
                        null,
                        followUps));
        office.followingUp.bringAbout(copy.snapshot(), copy.revision());
    }
}
