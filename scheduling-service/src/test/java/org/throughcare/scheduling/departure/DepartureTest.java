package org.throughcare.scheduling.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.CHICAGO;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.json.Json;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.availability.FindingFreeSlots;
import org.throughcare.scheduling.availability.FreeSlot;
import org.throughcare.scheduling.availability.SettingAvailability;
import org.throughcare.scheduling.availability.WorkerAvailability;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** The jail worker's last day is Friday 13 March. */
class DepartureTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 13);

    private final Office office = new Office();
    private final BookedAfterLeaving booked = new BookedAfterLeaving(office.known, office.diary, () -> office.now);

    @Test
    @DisplayName("L12 with a worker who leaves, the last day is booked, the day after is refused")
    void booking() {
        office.leaves(INSIDE, LAST_DAY);
        assertThat(office.book("last", inside("2026-03-13T16:30"))).isInstanceOf(Result.Done.class);
        assertThat(office.book("after", inside("2026-03-14T09:00")))
                .isInstanceOfSatisfying(Result.Refused.class, no -> {
                    assertThat(no.refusal().rule()).isEqualTo("L12");
                    assertThat(no.refusal().field()).isEqualTo("worker");
                    assertThat(no.refusal().reason()).contains("2026-03-13");
                });
        assertThat(office.appointments.find("after")).isEmpty();
    }

    @Test
    @DisplayName("L12 nor is a meeting moved there; withdrawn, the departure stands in nobody's way")
    void moving() {
        office.book("a", inside("2026-03-09T10:00"));
        office.leaves(INSIDE, LAST_DAY);
        assertThat(move("2026-03-16T10:00")).isInstanceOf(Result.Refused.class);
        assertThat(office.appointment("a").when().start()).isEqualTo(at("2026-03-09T10:00"));
        office.leaves(INSIDE, null);
        assertThat(move("2026-03-16T10:00")).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("L12 free time is offered on the last day and not after it, and of someone who has left none")
    void slots() {
        inTheJailOn(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.MONDAY);
        assertThat(free()).extracting(FreeSlot::start).contains(at("2026-03-14T10:00"), at("2026-03-16T10:00"));
        office.leaves(INSIDE, LAST_DAY);
        assertThat(free()).extracting(FreeSlot::start).containsExactly(at("2026-03-13T10:00"));
        office.left(INSIDE, LAST_DAY);
        assertThat(free()).isEmpty();
    }

    @Test
    @DisplayName(
            "L12 what is booked after the last day is listed, sessions of groups too; what is on it, or called off, is not")
    void listed() {
        assertThat(booked.by("nobody")).isEmpty();
        office.book("on", inside("2026-03-13T10:00"));
        office.book("after", inside("2026-03-16T10:00"));
        office.book("called-off", inside("2026-03-17T10:00"));
        office.cancel("called-off", "Court that day");
        office.booking.book(new org.throughcare.scheduling.booking.BookingAnAppointment.Booking(
                Office.command(), "session", null, "g", Appointment.Kind.GROUP, inside("2026-03-18T10:00"), null));
        assertThat(booked.by(INSIDE)).contains(new BookedAfterLeaving.Left(null, List.of()));

        office.leaves(INSIDE, LAST_DAY);
        assertThat(booked.by(INSIDE)).hasValueSatisfying(left -> {
            assertThat(left.lastDay()).isEqualTo(LAST_DAY);
            assertThat(left.appointments()).extracting(Appointment::id).containsExactly("after", "session");
        });
        office.now = at("2026-03-14T09:00");
        office.left(INSIDE, LAST_DAY);
        assertThat(booked.by(INSIDE)).hasValueSatisfying(left -> {
            assertThat(left.lastDay()).isEqualTo(LAST_DAY);
            assertThat(left.appointments()).extracting(Appointment::id).containsExactly("after", "session");
        });
    }

    @Test
    @DisplayName(
            "L12 when the case goes over, so does what was booked after the last day; to somebody who leaves too it cannot go")
    void followsTheCase() {
        KnownStaff cleared = office.staff.find(INSIDE).orElseThrow().snapshot();
        office.staff.now(
                "worker-3",
                null,
                new KnownStaff("worker-3", "Tess", true, cleared.clearance(), null, null, null, List.of()));
        office.book("a", inside("2026-03-16T10:00"));
        office.book("b", inside("2026-03-30T10:00"));
        office.leaves("worker-3", LocalDate.of(2026, 3, 20));
        office.left(INSIDE, LAST_DAY);
        office.team("SAME_STAFF", "worker-3", null);
        var file = office.cases.find(PARTICIPANT).orElseThrow();
        office.team.bringAbout(file.snapshot(), file.revision());
        office.team.bringAbout(file.snapshot(), file.revision());

        assertThat(office.appointment("a").when().worker()).isEqualTo("worker-3");
        assertThat(office.appointment("a").isBooked()).isTrue();
        assertThat(office.appointment("b").status()).isInstanceOf(Cancelled.class);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).extracting(Task::state).containsExactly(State.OPEN);
        assertThat(booked.by(INSIDE))
                .hasValueSatisfying(left -> assertThat(left.appointments()).isEmpty());
    }

    @Test
    @DisplayName(
            "L12 L15 what a release took is not given back with a worker who has left meanwhile: their successor books again")
    void notRestored() {
        office.book("a", inside("2026-03-16T10:00"));
        office.released("r1", LocalDate.of(2026, 3, 2), Kind.UNPLANNED);
        office.replanning.bringAbout(PARTICIPANT);
        office.left(INSIDE, LocalDate.of(2026, 3, 2));
        office.team("SAME_STAFF", "worker-3", null);
        office.inCustody(LocalDate.of(2026, 6, 1));
        office.replanning.bringAbout(PARTICIPANT);
        office.replanning.bringAbout(PARTICIPANT);

        assertThat(office.appointment("a").status()).isInstanceOf(Cancelled.class);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo("worker-3");
            assertThat(task.state()).isEqualTo(State.OPEN);
        });
    }

    @Test
    @DisplayName(
            "L12 what was booked with a worker who had left, before that was heard of, goes to who took over; where they have no time, they book another")
    void bookedOnOldNews() {
        takesOver("worker-3");
        office.book("heard-first", inside("2026-03-16T10:00"));
        office.book("heard-later", inside("2026-03-17T10:00"));
        office.book("taken", inside("2026-03-18T10:00"));
        office.book("theirs", "participant-9", with("worker-3", "2026-03-18T10:00"));
        office.following.follow(office.appointment("heard-first"), "booked", office.now);
        assertThat(office.appointment("heard-first").when().worker())
                .as("nobody knows of it yet")
                .isEqualTo(INSIDE);

        office.left(INSIDE, LAST_DAY);
        office.following.follow(office.appointment("heard-first"), "booked again", office.now);
        assertThat(office.appointment("heard-first").when().worker()).isEqualTo("worker-3");
        assertThat(office.tasks.announced()).isEmpty();
        newsOf(INSIDE);
        assertThat(office.appointment("heard-later").when().worker()).isEqualTo("worker-3");
        assertThat(office.appointment("heard-later").isBooked()).isTrue();
        assertThat(office.appointment("taken").status()).isInstanceOf(Cancelled.class);
        assertThat(office.tasks(Task.Kind.BOOK_MEETING)).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo("worker-3");
            assertThat(task.cause()).isEqualTo("taken");
            assertThat(task.state()).isEqualTo(State.OPEN);
        });
        int told = office.appointments.announced().size();
        newsOf(INSIDE);
        assertThat(office.appointments.announced()).hasSize(told);
        assertThat(booked.by(INSIDE))
                .hasValueSatisfying(left -> assertThat(left.appointments()).isEmpty());
    }

    @Test
    @DisplayName(
            "L12 with a worker who still has the case, or only plans to leave, what is booked stays until the case goes over")
    void staysWithTheCase() {
        office.book("a", inside("2026-03-16T10:00"));
        office.leaves(INSIDE, LAST_DAY);
        int told = office.appointments.announced().size();
        newsOf(INSIDE);
        office.left(INSIDE, LAST_DAY);
        newsOf(INSIDE);
        office.following.follow(office.appointment("a"), "booked", office.now);
        assertThat(office.appointment("a").when().worker()).isEqualTo(INSIDE);
        assertThat(office.appointments.announced()).hasSize(told);
        takesOver("worker-3");
        assertThat(office.appointment("a").when().worker()).isEqualTo("worker-3");
    }

    private void takesOver(String worker) {
        KnownStaff cleared = office.staff.find(INSIDE).orElseThrow().snapshot();
        office.staff.now(
                worker, null, new KnownStaff(worker, "Tess", true, cleared.clearance(), null, null, null, List.of()));
        office.team("SAME_STAFF", worker, null);
        var file = office.cases.find(PARTICIPANT).orElseThrow();
        office.team.bringAbout(file.snapshot(), file.revision());
    }

    private void newsOf(String worker) {
        var news = office.staff.find(worker).orElseThrow();
        office.team.recheckAllOf(news.snapshot(), "news@" + news.revision());
    }

    private static Window with(String worker, String local) {
        Window is = inside(local);
        return new Window(worker, is.start(), is.end(), is.zone(), is.site(), is.place(), "another room", is.setting());
    }

    @Test
    @DisplayName("L12 a staff member as announced before departures could be planned has none")
    void older() {
        KnownStaff older =
                Json.mapper().readValue("{\"id\":\"w\",\"name\":\"Ines\",\"active\":true}", KnownStaff.class);
        assertThat(older.worksOn(LocalDate.MAX)).isTrue();
        KnownStaff planned = Json.mapper()
                .readValue(
                        "{\"id\":\"w\",\"active\":true,\"leavesOn\":\"2026-03-13\",\"role\":\"SUPERVISOR\"}",
                        KnownStaff.class);
        assertThat(planned.worksOn(LAST_DAY)).isTrue();
        assertThat(planned.worksOn(LAST_DAY.plusDays(1))).isFalse();
    }

    private Result<Appointment> move(String to) {
        return office.moving.move(new MovingAnAppointment.Move(Office.command(), "a", inside(to)));
    }

    private List<FreeSlot> free() {
        return office.slots.find(new FindingFreeSlots.Wanted(
                INSIDE, at("2026-03-12T00:00"), at("2026-03-17T00:00"), Duration.ofMinutes(30), null));
    }

    private void inTheJailOn(DayOfWeek... days) {
        Window hours = inside("2026-03-09T10:00");
        new SettingAvailability(office.availability)
                .set(
                        Office.command(),
                        new WorkerAvailability(
                                INSIDE,
                                List.of(days).stream()
                                        .map(day -> new WorkerAvailability.WeeklyBlock(
                                                day.name(),
                                                day,
                                                LocalTime.of(10, 0),
                                                LocalTime.of(10, 30),
                                                new WorkerAvailability.Spot(Setting.JAIL, SITE, hours.place(), CHICAGO),
                                                false))
                                        .toList(),
                                List.of()));
    }
}
