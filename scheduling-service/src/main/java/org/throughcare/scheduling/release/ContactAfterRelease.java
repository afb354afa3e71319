package org.throughcare.scheduling.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.availability.FindingFreeSlots;
import org.throughcare.scheduling.availability.FreeSlot;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.holiday.BusinessDays;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * What a standing release asks for (L15): an urgent first contact within the policy's business days, and a first meeting outside
 * where the worker's free time is known. All of it is keyed by the release.
 */
public final class ContactAfterRelease {

    /** A first meeting's length; a worker moves it as they like. */
    private static final Duration LENGTH = Duration.ofMinutes(30);

    /** Nobody can be somewhere the moment they are let out. */
    private static final Duration NOTICE = Duration.ofHours(1);

    /** A policy that gives no days wants contact on the next business day. */
    private static final int SOONEST = 1;

    private static final int TRIES = 5;

    private final Known known;
    private final KeepingTasks tasks;
    private final FindingFreeSlots slots;
    private final BookingAnAppointment booking;
    private final Diary diary;
    private final BusinessDays businessDays;
    private final InstantSource clock;

    public ContactAfterRelease(
            Known known,
            KeepingTasks tasks,
            FindingFreeSlots slots,
            BookingAnAppointment booking,
            Diary diary,
            BusinessDays businessDays,
            InstantSource clock) {
        this.known = known;
        this.tasks = tasks;
        this.slots = slots;
        this.booking = booking;
        this.diary = diary;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    void arrange(KnownCustody custody, Release release, String because) {
        String participant = custody.participant();
        ZoneId zone = Optional.ofNullable(custody.zone()).orElseGet(() -> known.zoneOf(participant));
        @Nullable
        String worker =
                known.caseOf(participant).flatMap(KnownCase::whoMeetsOutside).orElse(null);
        Instant dueAt = dueAt(participant, release.on(), zone);
        String task = Command.derived("first-contact", release.id()).toString();
        tasks.open(
                new Task.Opening(
                        task, participant, Task.Kind.FIRST_CONTACT, release.id(), worker, dueAt, true, release.on()),
                because);
        madeAlready(participant, release, zone, task, because);
        if (worker != null && tasks.isOpen(task)) {
            bookFirstMeeting(custody, release, worker, dueAt);
        }
    }

    /** The end of the last business day that policy gives, at the site. */
    private Instant dueAt(String participant, LocalDate on, ZoneId zone) {
        int days = known.policiesFor(participant, on).stream()
                .map(p -> p.values().firstContactBusinessDays())
                .filter(d -> d != null)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(SOONEST);
        return businessDays
                .after(on, days)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusMillis(1);
    }

    /** Contact may be on record before the release is: a note, a meeting, somebody who walked in. */
    private void madeAlready(String participant, Release release, ZoneId zone, String task, String because) {
        Optional<KnownNote> noted = known.contactsOf(participant).stream()
                .filter(n -> !LocalDate.ofInstant(n.occurredAt(), zone).isBefore(release.on()))
                .findFirst();
        if (noted.isPresent()) {
            KnownNote note = noted.get();
            tasks.find(task)
                    .ifPresent(open -> tasks.doneBy(
                            Command.effectOf("contact", because + "/" + note.id(), task),
                            open,
                            note.participant(),
                            KeepingTasks.NOTE,
                            note.id()));
            return;
        }
        Instant from = release.on().atStartOfDay(zone).toInstant();
        diary.ofParticipant(participant, from, clock.instant().plus(Duration.ofDays(1))).stream()
                .map(Stored::state)
                .filter(a -> a.isAttended()
                        && a.when().setting() != Setting.JAIL
                        && !a.when().day().isBefore(release.on()))
                .findFirst()
                .ifPresent(a -> tasks.met(Command.effectOf("met", because + "/" + a.id(), task), task, a.id()));
    }

    private void bookFirstMeeting(KnownCustody custody, Release release, String worker, Instant dueAt) {
        Instant now = clock.instant();
        if (!now.isBefore(dueAt) || meetsOutside(custody.participant(), release, now)) {
            return;
        }
        List<FreeSlot> free =
                slots.find(new FindingFreeSlots.Wanted(worker, now.plus(NOTICE), dueAt, LENGTH, Setting.COMMUNITY));
        int tries = 0;
        for (FreeSlot slot : free) {
            if (!slot.dropIn() && (tries++ == TRIES || booked(custody, release, worker, slot))) {
                return;
            }
        }
    }

    private boolean booked(KnownCustody custody, Release release, String worker, FreeSlot slot) {
        String id = Command.derived("first-meeting", release.id(), slot.start().toString())
                .toString();
        Result<Appointment> result = booking.book(new BookingAnAppointment.Booking(
                Command.withId(id),
                id,
                custody.participant(),
                null,
                Appointment.Kind.FIRST_MEETING,
                new Window(
                        worker,
                        slot.start(),
                        slot.end(),
                        slot.spot().zone(),
                        slot.spot().site(),
                        slot.spot().place(),
                        null,
                        Setting.COMMUNITY),
                release.id()));
        return result.now().isPresent();
    }

    /**
     * A meeting outside is planned already, or was made for this release and then changed by people. One that the suite took
     * back for a return, whose time went by before the return was, is none: there has to be another.
     */
    private boolean meetsOutside(String participant, Release release, Instant now) {
        return diary.ofParticipant(participant, now.minus(Duration.ofDays(60)), now.plus(Duration.ofDays(60))).stream()
                .map(Stored::state)
                .filter(a -> !(a.status() instanceof AppointmentStatus.Lapsed))
                .filter(a -> !(a.status() instanceof AppointmentStatus.Cancelled c && c.cause() != null))
                .anyMatch(a -> release.id().equals(a.cause())
                        || a.when().setting() == Setting.COMMUNITY
                                && (a.isLive() || a.isAttended())
                                && !a.when().day().isBefore(release.on()));
    }
}
