package org.throughcare.scheduling.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.CHICAGO;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownEnrolment.FollowUp;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** The participant of the office turns out to have a second record, with a case, a custody and meetings of its own. */
abstract class TwoRecords {

    static final String ALIAS = "participant-2";
    static final LocalDate OUT = LocalDate.of(2026, 3, 1);

    final Office office = new Office();
    private final FollowingAMerge following = new FollowingAMerge(
            office.known,
            office.appointments,
            office.keepingTasks,
            office.followingUp,
            office.replanning,
            office.seats,
            office.cadence);
    private int nth;

    @BeforeEach
    void twoRecords() {
        office.participants.now(
                ALIAS, ALIAS, new KnownParticipant(ALIAS, "OLD-1", SITE, CHICAGO, false, List.of(), null));
        office.cases.now(
                ALIAS,
                ALIAS,
                new KnownCase(
                        ALIAS,
                        List.of("LEAP"),
                        SITE,
                        "SAME_STAFF",
                        INSIDE,
                        List.of(new KnownCase.Member(INSIDE, null)),
                        null,
                        null,
                        "OPEN"));
        custody(ALIAS, Population.IN_CUSTODY, null);
        record(PARTICIPANT, null);
        record(ALIAS, null);
        Stream.of(PARTICIPANT, ALIAS).forEach(each -> office.cadence.bringAbout(each, "begin-" + each));
    }

    final void merge() {
        record(ALIAS, PARTICIPANT);
        heard(ALIAS);
        record(PARTICIPANT, null, ALIAS);
        heard(PARTICIPANT);
    }

    final void undo() {
        record(ALIAS, null);
        heard(ALIAS);
        record(PARTICIPANT, null);
        heard(PARTICIPANT);
    }

    final void record(String id, @Nullable String into, String... aliases) {
        office.merged.now(id, id, new PersonIds.Merged(into, List.of(aliases)));
    }

    final void heard(String id) {
        following.bringAbout(id, "heard-" + ++nth);
    }

    final void custody(String id, Population population, @Nullable Release release) {
        office.custodies.now(
                id,
                id,
                new KnownCustody(
                        id,
                        SITE,
                        CHICAGO,
                        population,
                        population == Population.RELEASED ? null : Office.JAIL,
                        LocalDate.of(2026, 1, 5),
                        null,
                        release));
    }

    final void released(String id, String release) {
        custody(id, Population.RELEASED, new Release(release, OUT, office.now, Kind.UNPLANNED));
    }

    final String noted(String id) {
        String note = "note-" + id;
        office.notes.now(note, id, new KnownNote(note, id, INSIDE, at("2026-03-01T15:00"), "CONTACT"));
        return note;
    }

    final void exited(String id, String exit) {
        enrolled(id, "EXITED", new KnownEnrolment.Exit(exit, OUT));
    }

    final void enrolled(String id, String state, KnownEnrolment.@Nullable Exit exit) {
        List<FollowUp> due = exit == null
                ? List.of()
                : List.of(
                        new FollowUp("f1", 1, OUT.plusMonths(1), null), new FollowUp("f3", 3, OUT.plusMonths(3), null));
        var copy = office.enrolments.now(id, id, new KnownEnrolment(id, SITE, state, exit, null, due));
        office.followingUp.bringAbout(copy.snapshot(), copy.revision());
    }

    final void wanted(String id) {
        office.cadences.change(Office.command(), id, c -> c.visit(Objects.requireNonNull(c.nextVisit())));
        office.cadence.meetingWanted(id);
        assertThat(bookMeeting(id)).isEqualTo(State.OPEN);
    }

    final void attended(String id) {
        office.attendance.record(new RecordingAttendance.Attendance(Office.command(), id, true, null));
        office.following.follow(office.appointment(id), "attended-" + id, null);
    }

    final Cadence cadence(String id) {
        return office.cadences.find(id).orElseThrow().state();
    }

    final State firstContact(String id) {
        return one(id, Task.Kind.FIRST_CONTACT).orElseThrow();
    }

    final State bookMeeting(String id) {
        return one(id, Task.Kind.BOOK_MEETING).orElseThrow();
    }

    final Optional<State> one(String id, Task.Kind kind) {
        List<Task> found =
                office.tasks(kind).stream().filter(t -> t.whose().equals(id)).toList();
        assertThat(found).as(kind + " of " + id).hasSizeLessThan(2);
        return found.stream().findFirst().map(Task::state);
    }

    final List<State> followUps(String id) {
        return office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN).stream()
                .filter(t -> t.whose().equals(id))
                .map(Task::state)
                .toList();
    }
}
