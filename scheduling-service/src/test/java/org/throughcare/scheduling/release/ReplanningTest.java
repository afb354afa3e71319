package org.throughcare.scheduling.release;

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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Copy;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.availability.SettingAvailability;
import org.throughcare.scheduling.availability.WorkerAvailability;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus.Booked;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

class ReplanningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Office office = new Office();

    @Test
    @DisplayName(
            "L15 a release cancels what was planned inside, with the release as cause, and leaves this morning's meeting")
    void releaseCancels() {
        office.book("soon", inside("2026-03-02T09:30"));
        office.book("later", inside("2026-03-09T10:00"));
        office.now = at("2026-03-02T10:00");
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();

        assertThat(office.appointment("soon").status()).isInstanceOf(Booked.class);
        assertThat(office.appointment("later").status()).isInstanceOfSatisfying(Cancelled.class, c -> {
            assertThat(c.cause()).isEqualTo("r1");
            assertThat(c.reason()).isEqualTo("The participant was released.");
        });
        assertThat(office.claims.held().values()).allMatch(h -> h.appointment().equals("soon"));
    }

    @Test
    @DisplayName(
            "L15 a surprise release opens an urgent first contact, due at the end of the second business day at the site")
    void firstContact() {
        office.now = at("2026-11-25T22:00");
        office.released("r1", LocalDate.of(2026, 11, 25), Kind.UNPLANNED);
        replan();

        assertThat(office.tasks(Task.Kind.FIRST_CONTACT)).singleElement().satisfies(t -> {
            assertThat(t.urgent()).isTrue();
            assertThat(t.cause()).isEqualTo("r1");
            assertThat(t.assignee()).isEqualTo(INSIDE);
            assertThat(t.dueAt()).isEqualTo(at("2026-12-01T00:00").minusMillis(1));
        });
    }

    @Test
    @DisplayName("L15 first contact is overdue at its due time, not a millisecond before, and once")
    void overdue() {
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        Task task = office.tasks(Task.Kind.FIRST_CONTACT).getFirst();

        assertThat(task.visit(task.dueAt().minusMillis(1)))
                .isInstanceOf(org.throughcare.platform.aggregate.Decision.Unchanged.class);
        assertThat(task.visit(task.dueAt()))
                .isInstanceOfSatisfying(
                        org.throughcare.platform.aggregate.Decision.Accepted.class,
                        a -> assertThat(((Task) a.state()).nextVisit()).isNull());
    }

    @Test
    @DisplayName("L7 where staff hand over, first contact is for who takes over; a change of team moves it")
    void assignee() {
        office.team("TRANSITION", INSIDE, OUTSIDE);
        office.released("r1", TODAY, Kind.PLANNED);
        replan();
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::assignee)
                .containsExactly(OUTSIDE);

        office.team("TRANSITION", "worker-3", null);
        teamChanged();
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::assignee)
                .containsExactly("worker-3");
    }

    @Test
    @DisplayName(
            "L15 L19 the first meeting outside is booked in the first free time of who meets them, and opens with the plan")
    void firstMeeting() {
        office.team("TRANSITION", INSIDE, OUTSIDE);
        availableOnTuesdays(OUTSIDE);
        office.book("other", "someone-else", outside(OUTSIDE, "2026-03-03T13:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();

        assertThat(firstMeetings()).singleElement().satisfies(a -> {
            assertThat(a.when().start()).isEqualTo(at("2026-03-03T13:30"));
            assertThat(a.when().worker()).isEqualTo(OUTSIDE);
            assertThat(a.opensWithPlan()).isTrue();
            assertThat(a.isBooked()).isTrue();
        });
    }

    @Test
    @DisplayName(
            "L15 a withdrawn release takes all of it back: task, first meeting, and the appointments inside stand again")
    void withdrawn() {
        office.team("TRANSITION", INSIDE, OUTSIDE);
        availableOnTuesdays(OUTSIDE);
        office.book("later", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.inCustody(LocalDate.of(2026, 6, 1));
        replan();

        assertThat(office.appointment("later").status()).isInstanceOf(Booked.class);
        assertThat(firstMeetings())
                .singleElement()
                .satisfies(a -> assertThat(a.status()).isInstanceOf(Cancelled.class));
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.WITHDRAWN);
        assertThat(office.claims.held().values()).allMatch(h -> h.appointment().equals("later"));
    }

    @Test
    @DisplayName("L15 what a withdrawn release had cancelled and is no longer free becomes a meeting to book")
    void withdrawnButTaken() {
        office.book("later", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.book("taken", "someone-else", inside("2026-03-09T10:00"));
        office.inCustody(LocalDate.of(2026, 6, 1));
        replan();

        assertThat(office.appointment("later").isLive()).isFalse();
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).extracting(Task::cause).containsExactly("later");
    }

    @Test
    @DisplayName("L15 heard twice, or only the last of three, the outcome is the same")
    void repeatedAndLastOnly() {
        office.book("later", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        int announced = office.appointments.announced().size();
        replan();
        assertThat(office.appointments.announced()).hasSize(announced);
        assertThat(office.tasks.announced()).hasSize(1);

        office.inCustody(LocalDate.of(2026, 6, 1));
        office.released("r2", TODAY, Kind.UNPLANNED);
        replan();
        replan();
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::cause, Task::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("r1", State.WITHDRAWN),
                        org.assertj.core.groups.Tuple.tuple("r2", State.OPEN));
    }

    @Test
    @DisplayName("L15 an older event after a newer one changes nothing")
    void wrongOrder() {
        Copy<KnownCustody> before = office.custodies.find(PARTICIPANT).orElseThrow();
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        assertThat(office.custodies.take(before)).isFalse();
        replan();

        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.OPEN);
    }

    @Test
    @DisplayName("L15 only the withdrawal of a release never heard of: nothing is done and nothing announced")
    void withdrawalAlone() {
        office.book("later", inside("2026-03-09T10:00"));
        int announced = office.appointments.announced().size();
        office.inCustody(LocalDate.of(2026, 6, 1));
        replan();

        assertThat(office.appointments.announced()).hasSize(announced);
        assertThat(office.tasks.announced()).isEmpty();
    }

    @Test
    @DisplayName("L15 a date that moves, and moves back, cancels and restores what lies beyond it; its own day stays")
    void dateMovesTwice() {
        office.book("on", inside("2026-04-01T10:00"));
        office.book("beyond", inside("2026-04-02T10:00"));
        for (int i = 0; i < 2; i++) {
            office.inCustody(LocalDate.of(2026, 4, 1));
            replan();
            assertThat(office.appointment("on").status()).isInstanceOf(Booked.class);
            assertThat(office.appointment("beyond").status()).isInstanceOf(Cancelled.class);
            assertThat(office.tasks(Task.Kind.BOOK_MEETING))
                    .extracting(Task::state)
                    .containsExactly(State.OPEN);

            office.inCustody(LocalDate.of(2026, 6, 1));
            replan();
            assertThat(office.appointment("beyond").status()).isInstanceOf(Booked.class);
            assertThat(office.tasks(Task.Kind.BOOK_MEETING))
                    .extracting(Task::state)
                    .containsExactly(State.WITHDRAWN);
        }
    }

    @Test
    @DisplayName("L15 what a person cancelled is never restored")
    void peopleDecide() {
        office.book("a", inside("2026-03-09T10:00"));
        office.cancel("a", "Court that day");
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();
        office.inCustody(LocalDate.of(2026, 6, 1));
        replan();

        assertThat(office.appointment("a").status()).isInstanceOf(Cancelled.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TRANSFER", "COURT", "HOSPITAL", "TEMPORARY_ABSENCE"})
    @DisplayName("L15 a transfer, court, hospital or temporary absence cancels nothing and opens nothing")
    void stillInCustody(Kind kind) {
        office.book("later", inside("2026-03-09T10:00"));
        office.released("r1", TODAY, kind);
        replan();

        assertThat(office.appointment("later").status()).isInstanceOf(Booked.class);
        assertThat(office.tasks.announced()).isEmpty();
    }

    @Test
    @DisplayName("L15 a release that is heard of after the contact it asks for: the task is done at once")
    void noteFirst() {
        office.now = at("2026-03-03T12:00");
        office.notes.now(
                "n1", PARTICIPANT, new KnownNote("n1", PARTICIPANT, OUTSIDE, at("2026-03-03T10:00"), "CONTACT"));
        office.released("r1", TODAY, Kind.UNPLANNED);
        replan();

        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::state)
                .containsExactly(State.DONE);
    }

    @Test
    @DisplayName(
            "L12 an appointment goes with the case to its new worker, or is to be booked when that one is not free")
    void teamLeaves() {
        office.staff.now(
                "worker-3", null, office.staff.find(INSIDE).orElseThrow().snapshot());
        office.book("a", inside("2026-03-09T10:00"));
        office.book("b", inside("2026-03-10T10:00"));
        var taken = inside("2026-03-10T10:00");
        office.book(
                "busy",
                "someone-else",
                new org.throughcare.scheduling.booking.Window(
                        "worker-3", taken.start(), taken.end(), CHICAGO, SITE, "jail", null, Setting.JAIL));
        office.team("SAME_STAFF", "worker-3", null);
        teamChanged();

        assertThat(office.appointment("a").when().worker()).isEqualTo("worker-3");
        assertThat(office.appointment("a").isBooked()).isTrue();
        assertThat(office.appointment("b").status()).isInstanceOf(Cancelled.class);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING))
                .extracting(Task::assignee)
                .containsExactly("worker-3");
    }

    private void replan() {
        office.replanning.bringAbout(PARTICIPANT);
    }

    private void teamChanged() {
        var copy = office.cases.find(PARTICIPANT).orElseThrow();
        office.team.bringAbout(copy.snapshot(), copy.revision());
    }

    private List<Appointment> firstMeetings() {
        return office.appointments.all().stream()
                .map(Stored::state)
                .filter(a -> a.kind() == Appointment.Kind.FIRST_MEETING)
                .toList();
    }

    private void availableOnTuesdays(String worker) {
        new SettingAvailability(office.availability)
                .set(
                        Office.command(),
                        new WorkerAvailability(
                                worker,
                                List.of(new WorkerAvailability.WeeklyBlock(
                                        "b1",
                                        DayOfWeek.TUESDAY,
                                        LocalTime.of(13, 0),
                                        LocalTime.of(16, 0),
                                        new WorkerAvailability.Spot(Setting.COMMUNITY, SITE, "center", CHICAGO),
                                        false)),
                                List.of()));
    }
}
