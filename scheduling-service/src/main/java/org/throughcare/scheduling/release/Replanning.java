package org.throughcare.scheduling.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Copy;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.Appointment.Kind;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.booking.AppointmentStatus.Lapsed;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.InsideOrOutside;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * L15: makes appointments and tasks agree with custody as it stands. It never asks what changed: from the newest copy it works
 * out which meetings are on the wrong side of the wall, which of those that it once cancelled are right again, and what a
 * release asks for. So it is right whether events come late, twice, in the wrong order, or only the last one comes.
 *
 * <p>Of a person with several ids all that is planned under any of them follows the one custody that counts (H8), and is right
 * again under its own when the merge is undone.
 *
 * <p>A transfer, court, hospital or temporary absence changes nothing here: the participant stays in custody.
 */
public final class Replanning {

    /** How far back a release may be dated and still find the meetings that cannot have taken place. */
    private static final Duration BACK = Duration.ofDays(60);

    private static final Duration AHEAD = Duration.ofDays(800);
    private static final String RELEASED = "The participant was released.";
    private static final String TAKEN_BACK = "The release was withdrawn.";
    private static final String DATE_MOVED = "The release date moved.";
    private static final String DIED = "The participant died.";

    private final Known known;
    private final Diary diary;
    private final BookingAnAppointment booking;
    private final CancellingAnAppointment cancelling;
    private final KeepingTasks tasks;
    private final ContactAfterRelease contact;
    private final InstantSource clock;

    public Replanning(
            Known known,
            Diary diary,
            BookingAnAppointment booking,
            CancellingAnAppointment cancelling,
            KeepingTasks tasks,
            ContactAfterRelease contact,
            InstantSource clock) {
        this.known = known;
        this.diary = diary;
        this.booking = booking;
        this.cancelling = cancelling;
        this.tasks = tasks;
        this.contact = contact;
        this.clock = clock;
    }

    /** Everything of one person. Whoever calls it sees to it that it looks again ({@code Reaction}). */
    public void bringAbout(String participant) {
        known.custodyCopy(participant).ifPresent(copy -> settle(participant, copy));
    }

    /**
     * One appointment that was booked, moved, or given up. Custody may have changed after its rules were asked, and the instance
     * that would have looked again may be gone. The same for what the suite cancelled on a copy that was older than it knew.
     * What the suite set out to restore and could not is somebody's to book again.
     */
    public void recheck(Appointment appointment, String because) {
        String participant = appointment.participant();
        Instant now = clock.instant();
        if (participant == null || !appointment.when().start().isAfter(now)) {
            return;
        }
        if (appointment.isBooked() || appointment.status() instanceof Cancelled c && c.cause() != null) {
            known.custodyCopy(participant)
                    .ifPresent(c -> settle(appointment, c.snapshot(), because(participant, c), now));
        } else if (appointment.status() instanceof Lapsed && appointment.attempt() > 1) {
            bookAgain(appointment, because);
        }
    }

    /** Which custody it was, and of which merge: the same custody may count, not count, and count again. */
    private String because(String participant, Copy<KnownCustody> copy) {
        return "custody/" + copy.id() + "@" + copy.revision() + known.persons().mark(participant);
    }

    private void settle(String participant, Copy<KnownCustody> copy) {
        KnownCustody custody = copy.snapshot();
        String because = because(participant, copy);
        Instant now = clock.instant();
        Optional<Release> release = custody.standing();
        for (Stored<Appointment> each : diary.ofParticipant(participant, now.minus(BACK), now.plus(AHEAD))) {
            settle(each.state(), custody, because, now);
        }
        for (Stored<Task> each : tasks.openOfPerson(participant)) {
            Task task = each.state();
            if (custody.death().isPresent()) {
                tasks.withdraw(each.id(), DIED, because);
            } else if (task.kind() == Task.Kind.FIRST_CONTACT
                    && release.filter(r -> r.id().equals(task.cause())).isEmpty()) {
                tasks.withdraw(each.id(), standsElsewhere(task) ? KeepingTasks.ANOTHER_RECORD : TAKEN_BACK, because);
            }
        }
        release.ifPresent(r -> contact.arrange(custody, r, because));
    }

    private boolean standsElsewhere(Task task) {
        return known.custodyUnder(task.whose())
                .flatMap(KnownCustody::standing)
                .filter(r -> r.id().equals(task.cause()))
                .isPresent();
    }

    private void settle(Appointment appointment, KnownCustody custody, String because, Instant now) {
        @Nullable String against = against(appointment, custody, now);
        if (appointment.isBooked() && against != null) {
            cancel(appointment, custody, against, because);
        } else if (appointment.isUnfinishedByTheSuite() && against == null) {
            standsOrIsBookedAgain(booking.resume(appointment.id()), appointment, because);
        } else if (appointment.status() instanceof Cancelled c
                && c.cause() != null
                && against == null
                && appointment.when().start().isAfter(now)) {
            restore(appointment, because);
        }
    }

    /** Why this appointment cannot be as custody stands, or null. What has begun is left to whoever was there. */
    private static @Nullable String against(Appointment appointment, KnownCustody custody, Instant now) {
        boolean ahead = appointment.when().start().isAfter(now);
        if (custody.death().isPresent()) {
            return ahead ? DIED : null;
        }
        Optional<Release> release = custody.standing();
        String madeFor = appointment.cause();
        if (madeFor != null && release.filter(r -> r.id().equals(madeFor)).isEmpty()) {
            return ahead ? TAKEN_BACK : null;
        }
        LocalDate day = appointment.when().day();
        Optional<Refusal> wall =
                new InsideOrOutside(custody).refusal(appointment.when().setting(), day);
        if (wall.isEmpty()) {
            return null;
        }
        boolean cannotHaveBeen = release.filter(r -> day.isAfter(r.on())).isPresent();
        if (!ahead && !cannotHaveBeen) {
            return null;
        }
        return release.isPresent() ? RELEASED : DATE_MOVED;
    }

    private void cancel(Appointment appointment, KnownCustody custody, String reason, String because) {
        String cause = custody.death().or(custody::standing).map(Release::id).orElse(Cancelled.DATE);
        cancelling.cancel(new CancellingAnAppointment.Cancellation(
                Command.effectOf("replan-cancel", because, appointment.id()), appointment.id(), reason, cause));
        if (DATE_MOVED.equals(reason)) {
            bookAgain(appointment, because);
        }
    }

    /** Not with a worker who has left meanwhile, or will have: somebody else is to be met then (L12). */
    private void restore(Appointment appointment, String because) {
        if (!isAtWorkThen(appointment)) {
            bookAgain(appointment, because);
            return;
        }
        Result<Appointment> restored =
                booking.restore(Command.effectOf("replan-restore", because, appointment.id()), appointment.id());
        standsOrIsBookedAgain(restored, appointment, because);
    }

    private void standsOrIsBookedAgain(Result<Appointment> restored, Appointment appointment, String because) {
        if (restored instanceof Result.Refused<Appointment>) {
            bookAgain(appointment, because);
        } else {
            tasks.withdraw(bookAgainTask(appointment), "The appointment stands again.", because);
        }
    }

    private void bookAgain(Appointment appointment, String because) {
        String participant = appointment.participant();
        if (participant == null || appointment.kind() == Kind.FIRST_MEETING && appointment.cause() != null) {
            return;
        }
        tasks.open(
                new Task.Opening(
                        bookAgainTask(appointment),
                        participant,
                        Task.Kind.BOOK_MEETING,
                        appointment.id(),
                        whoBooksAgain(appointment, participant),
                        appointment.when().start(),
                        false,
                        null),
                because);
    }

    private @Nullable String whoBooksAgain(Appointment appointment, String participant) {
        return isAtWorkThen(appointment)
                ? appointment.when().worker()
                : known.caseOf(participant).map(KnownCase::primary).orElse(null);
    }

    private boolean isAtWorkThen(Appointment appointment) {
        return known.staff(appointment.when().worker())
                .filter(who -> !who.worksOn(appointment.when().day()))
                .isEmpty();
    }

    private static String bookAgainTask(Appointment appointment) {
        return Command.derived("book-again", appointment.id()).toString();
    }

    /** What is booked with a worker from now on; for {@link FollowingTheTeam}. */
    static List<Appointment> aheadWith(Diary diary, String worker, Instant now) {
        return diary.ofWorker(worker, now, now.plus(AHEAD)).stream()
                .map(Stored::state)
                .filter(Appointment::isBooked)
                .filter(each -> each.when().worker().equals(worker))
                .toList();
    }

    /** Appointments that outlived their worker's place on the team; for {@link FollowingTheTeam}. */
    static List<Appointment> ahead(Diary diary, String participant, Instant now) {
        return diary.under(List.of(participant), now, now.plus(AHEAD)).stream()
                .map(Stored::state)
                .filter(Appointment::isBooked)
                .toList();
    }
}
