package org.throughcare.scheduling.following;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Reaction;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus.Missed;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.release.FollowingTheTeam;
import org.throughcare.scheduling.release.Replanning;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * Looks at an appointment as it stands: a meeting that took place does the tasks that ask for contact and begins the next
 * interval; one that is booked answers the tasks that asked for it; one that was missed asks for another.
 */
public final class FollowingAnAppointment {

    private final CancellingAnAppointment cancelling;
    private final KeepingTasks tasks;
    private final KeepingTheCadence cadence;
    private final Replanning replanning;
    private final FollowingTheTeam team;
    private final InstantSource clock;

    public FollowingAnAppointment(
            CancellingAnAppointment cancelling,
            KeepingTasks tasks,
            KeepingTheCadence cadence,
            Replanning replanning,
            FollowingTheTeam team,
            InstantSource clock) {
        this.cancelling = cancelling;
        this.tasks = tasks;
        this.cadence = cadence;
        this.replanning = replanning;
        this.team = team;
        this.clock = clock;
    }

    /**
     * @param because the event that made it look
     * @param bookedAt when the event says that it was booked; null when it says something else
     */
    public void follow(Appointment appointment, String because, @Nullable Instant bookedAt) {
        cancelling.giveBack(appointment);
        String participant = appointment.participant();
        if (participant == null) {
            return;
        }
        if (team.recheck(appointment, because)) {
            // moved or called off, which is heard of in turn
            return;
        }
        replanning.recheck(appointment, because);
        if (appointment.isBooked() || appointment.isAttended()) {
            meetingsToBook(appointment, participant, because, bookedAt);
        }
        if (appointment.isAttended()) {
            met(appointment, participant, because);
            cadence.bringAbout(participant, because);
        }
        if (appointment.status() instanceof Missed) {
            askForAnother(appointment, participant);
            askedAgain(appointment, participant, because);
            cadence.bringAbout(participant, because);
        }
    }

    /** What is heard of as a fact is not run anew by whoever delivers it (ADR 16), so this looks again itself. */
    private void askedAgain(Appointment missed, String participant, String because) {
        if (tasks.notMet(participant, missed.id(), because)) {
            Reaction looked;
            do {
                looked = Reaction.watching(() -> replanning.bringAbout(participant));
            } while (!looked.stands());
        }
    }

    /** A first contact after release is made outside or at a distance, never by a meeting inside. */
    private void met(Appointment appointment, String participant, String because) {
        for (Stored<Task> each : tasks.openOfPerson(participant)) {
            boolean inside = appointment.when().setting() == Setting.JAIL;
            if (each.state().isDoneByContactOn(appointment.when().day())
                    && !(inside && each.state().kind() == Task.Kind.FIRST_CONTACT)) {
                tasks.met(Command.effectOf("met", because, each.id()), each.id(), appointment.id());
            }
        }
    }

    /**
     * Any meeting answers the cadence. What takes the place of a certain one that was lost is only a meeting that somebody
     * booked after it was: not another one that was moved, restored or attended.
     */
    private void meetingsToBook(
            Appointment appointment, String participant, String because, @Nullable Instant bookedAt) {
        boolean peoples = appointment.attempt() == 1 && appointment.cause() == null;
        for (Stored<Task> each : tasks.openOfPerson(participant)) {
            Task task = each.state();
            boolean takesThePlace = peoples && bookedAt != null && !bookedAt.isBefore(task.openedAt());
            if (task.kind() == Task.Kind.BOOK_MEETING && (task.cause().equals(task.whose()) || takesThePlace)) {
                tasks.doneBy(
                        Command.effectOf("booked", because, each.id()),
                        each,
                        participant,
                        "A meeting is booked.",
                        appointment.id());
            }
        }
    }

    private void askForAnother(Appointment missed, String participant) {
        Instant due = missed.when().end().plus(missed.kind() == Appointment.Kind.FIRST_MEETING ? SOON : LATER);
        tasks.open(
                new Task.Opening(
                        Command.derived("missed", missed.id()).toString(),
                        participant,
                        Task.Kind.BOOK_MEETING,
                        missed.id(),
                        missed.when().worker(),
                        due.isBefore(clock.instant()) ? clock.instant().plus(SOON) : due,
                        missed.kind() == Appointment.Kind.FIRST_MEETING,
                        null),
                "missed:" + missed.id());
    }

    private static final java.time.Duration SOON = java.time.Duration.ofDays(1);
    private static final java.time.Duration LATER = java.time.Duration.ofDays(2);
}
