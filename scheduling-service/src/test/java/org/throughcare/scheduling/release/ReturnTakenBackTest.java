package org.throughcare.scheduling.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.CHICAGO;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Copy;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.availability.SettingAvailability;
import org.throughcare.scheduling.availability.WorkerAvailability;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** Released on Monday, booked in again on Tuesday, which turns out to have been somebody else. */
class ReturnTakenBackTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Office office = new Office();

    @BeforeEach
    void booked() {
        office.team("TRANSITION", Office.INSIDE, OUTSIDE);
        office.book("inside", inside("2026-03-16T10:00"));
        outsideOn(DayOfWeek.WEDNESDAY);
        released();
        office.book("outside", outside(OUTSIDE, "2026-03-12T10:00"));
    }

    @Test
    @DisplayName(
            "L15 a return that is taken back leaves everything as if it had not been: contact, first meeting, meetings on both sides")
    void asIfItHadNotBeen() {
        List<Object> before = standing();
        returned();
        assertThat(firstContact()).containsExactly(State.WITHDRAWN);
        assertThat(office.appointment("inside").isBooked()).isTrue();
        assertThat(office.appointment("outside").status()).isInstanceOf(Cancelled.class);
        assertThat(live(Appointment.Kind.FIRST_MEETING)).isEmpty();

        released();
        assertThat(standing()).isEqualTo(before);
        assertThat(firstContact()).containsExactly(State.OPEN);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING))
                .as("nothing of it has to be booked again")
                .noneMatch(Task::isOpen);
    }

    @Test
    @DisplayName("L15 twice over, and heard twice, it comes to the same, and heard again it announces nothing")
    void twice() {
        List<Object> before = standing();
        for (int i = 0; i < 2; i++) {
            returned();
            released();
        }
        assertThat(standing()).isEqualTo(before);
        int appointments = office.appointments.announced().size();
        int tasks = office.tasks.announced().size();
        replan();
        replan();
        assertThat(office.appointments.announced()).hasSize(appointments);
        assertThat(office.tasks.announced()).hasSize(tasks);
    }

    @Test
    @DisplayName("L15 the return heard of after its withdrawal changes nothing")
    void wrongOrder() {
        List<Object> before = standing();
        Copy<KnownCustody> out = office.custodies.find(PARTICIPANT).orElseThrow();
        KnownCustody in = new KnownCustody(
                PARTICIPANT, SITE, CHICAGO, Population.IN_CUSTODY, Office.JAIL, MONDAY.plusDays(1), null, null);
        office.custodies.take(new Copy<>(PARTICIPANT, out.revision() + 2, PARTICIPANT, null, out.snapshot()));
        replan();
        assertThat(office.custodies.take(new Copy<>(PARTICIPANT, out.revision() + 1, PARTICIPANT, null, in)))
                .isFalse();
        replan();
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    @DisplayName("L15 contact that was made before the return stays made: nobody is asked for it again")
    void contactStays() {
        office.now = at("2026-03-02T12:00");
        office.notes.now(
                "n1", PARTICIPANT, new KnownNote("n1", PARTICIPANT, OUTSIDE, at("2026-03-02T11:00"), "CONTACT"));
        replan();
        assertThat(firstContact()).containsExactly(State.DONE);
        returned();
        released();
        assertThat(firstContact()).containsExactly(State.DONE);
    }

    @Test
    @DisplayName(
            "L15 a first meeting whose time went by during the return is booked anew while the contact is still due, and not after")
    void firstMeetingGoneBy() {
        office.cancel("outside", "Has to work that day");
        returned();
        released();
        assertThat(live(Appointment.Kind.FIRST_MEETING)).containsExactly(at("2026-03-04T13:00"));
        returned();
        office.now = at("2026-03-04T13:10");
        released();
        assertThat(live(Appointment.Kind.FIRST_MEETING)).containsExactly(at("2026-03-04T14:10"));

        returned();
        office.now = at("2026-03-05T00:00");
        released();
        assertThat(live(Appointment.Kind.FIRST_MEETING)).isEmpty();
        assertThat(firstContact()).as("due, and overdue").containsExactly(State.OPEN);
    }

    @Test
    @DisplayName("L15 a return that stands takes the release's effects back for good; the next release has its own")
    void realReturn() {
        returned();
        office.now = at("2026-03-20T09:00");
        office.released("r2", LocalDate.of(2026, 3, 20), Kind.PLANNED);
        replan();
        assertThat(office.tasks(Task.Kind.FIRST_CONTACT))
                .extracting(Task::cause, Task::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("r1", State.WITHDRAWN),
                        org.assertj.core.groups.Tuple.tuple("r2", State.OPEN));
    }

    private void released() {
        office.custody(Population.RELEASED, null, new Release("r1", MONDAY, at("2026-03-02T09:00"), Kind.UNPLANNED));
        replan();
    }

    private void returned() {
        office.inCustody(null);
        replan();
    }

    private void replan() {
        office.replanning.bringAbout(PARTICIPANT);
    }

    /** What there is to keep and to do, however it came about. */
    private List<Object> standing() {
        return List.of(
                office.appointments.all().stream()
                        .map(Stored::state)
                        .filter(Appointment::isLive)
                        .map(a -> a.id() + " " + a.when())
                        .sorted()
                        .toList(),
                office.tasks.all().stream()
                        .map(Stored::state)
                        .filter(Task::isOpen)
                        .map(t -> t.id() + " " + t.assignee() + " " + t.dueAt())
                        .sorted()
                        .toList());
    }

    private List<State> firstContact() {
        return office.tasks(Task.Kind.FIRST_CONTACT).stream().map(Task::state).toList();
    }

    private List<java.time.Instant> live(Appointment.Kind kind) {
        return office.appointments.all().stream()
                .map(Stored::state)
                .filter(a -> a.kind() == kind && a.isLive())
                .map(a -> a.when().start())
                .toList();
    }

    private void outsideOn(DayOfWeek day) {
        new SettingAvailability(office.availability)
                .set(
                        Office.command(),
                        new WorkerAvailability(
                                OUTSIDE,
                                List.of(new WorkerAvailability.WeeklyBlock(
                                        "b1",
                                        day,
                                        LocalTime.of(13, 0),
                                        LocalTime.of(16, 0),
                                        new WorkerAvailability.Spot(Setting.COMMUNITY, SITE, "center", CHICAGO),
                                        false)),
                                List.of()));
    }
}
