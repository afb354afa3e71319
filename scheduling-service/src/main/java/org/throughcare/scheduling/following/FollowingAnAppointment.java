package org.throughcare.scheduling.following;

import java.time.Instant;
import java.time.InstantSource;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus.Missed;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.known.Setting;
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
    private final InstantSource clock;

    public FollowingAnAppointment(
            CancellingAnAppointment cancelling, KeepingTasks tasks, KeepingTheCadence cadence, InstantSource clock) {
        this.cancelling = cancelling;
        this.tasks = tasks;
        this.cadence = cadence;
        this.clock = clock;
    }

    /** @param because the event that made it look */
    public void follow(Appointment appointment, String because) {
        cancelling.giveBack(appointment);
        String participant = appointment.participant();
        if (participant == null) {
            return;
        }
        if (appointment.isBooked()) {
            meetingsToBook(participant, because);
        }
        if (appointment.isAttended()) {
            meetingsToBook(participant, because);
            met(appointment, participant, because);
        }
        if (appointment.status() instanceof Missed) {
            askForAnother(appointment, participant);
        }
        cadence.bringAbout(participant, because);
    }

    /** A first contact after release is made outside or at a distance, never by a meeting inside. */
    private void met(Appointment appointment, String participant, String because) {
        for (Stored<Task> each : tasks.openOf(participant)) {
            boolean inside = appointment.when().setting() == Setting.JAIL;
            if (each.state().isDoneByContactOn(appointment.when().day())
                    && !(inside && each.state().kind() == Task.Kind.FIRST_CONTACT)) {
                tasks.complete(Command.effectOf("met", because, each.id()), each.id(), KeepingTasks.MEETING);
            }
        }
    }

    private void meetingsToBook(String participant, String because) {
        for (Stored<Task> each : tasks.openOf(participant)) {
            if (each.state().kind() == Task.Kind.BOOK_MEETING) {
                tasks.complete(Command.effectOf("booked", because, each.id()), each.id(), "A meeting is booked.");
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
