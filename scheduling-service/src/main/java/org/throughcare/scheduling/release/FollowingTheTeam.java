package org.throughcare.scheduling.release;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;

/**
 * L12: when the team of a case changes, open tasks and future appointments go with it. An appointment whose worker is no
 * longer on the team moves to the primary provider at the same time; where that one is taken, it is cancelled and a
 * task to book another is theirs.
 */
public final class FollowingTheTeam {

    private final Known known;
    private final Diary diary;
    private final MovingAnAppointment moving;
    private final CancellingAnAppointment cancelling;
    private final KeepingTasks tasks;
    private final Replanning replanning;
    private final InstantSource clock;

    public FollowingTheTeam(
            Known known,
            Diary diary,
            MovingAnAppointment moving,
            CancellingAnAppointment cancelling,
            KeepingTasks tasks,
            Replanning replanning,
            InstantSource clock) {
        this.known = known;
        this.diary = diary;
        this.moving = moving;
        this.cancelling = cancelling;
        this.tasks = tasks;
        this.replanning = replanning;
        this.clock = clock;
    }

    /** @param revision of the case */
    public void bringAbout(KnownCase file, long revision) {
        String because = "case@" + revision;
        Instant now = clock.instant();
        String participant = file.participant();
        String primary = file.primary();
        boolean outside =
                known.custody(participant).flatMap(KnownCustody::standing).isPresent();
        (outside ? file.whoMeetsOutside() : Optional.ofNullable(primary))
                .ifPresent(worker -> tasks.assign(participant, worker, because));
        if (primary != null) {
            for (Appointment each : Replanning.ahead(diary, participant, now)) {
                if (!file.onTheTeam(each.when().worker())) {
                    handOver(each, participant, primary, because);
                }
            }
        }
        replanning.bringAbout(participant);
    }

    /** After news of a worker: what was booked with them while it was on its way. */
    public void recheckAllOf(KnownStaff worker, String because) {
        if (!worker.active()) {
            Replanning.aheadWith(diary, worker.id(), clock.instant()).forEach(each -> recheck(each, because));
        }
    }

    /**
     * An appointment that was booked or moved while the news of a departure was on its way, with a worker who has left and whose place on
     * the case somebody else has already: nobody would look at it again. As long as the worker has the case it goes with that.
     *
     * @return whether it was handed over
     */
    public boolean recheck(Appointment appointment, String because) {
        String participant = appointment.participant();
        Window at = appointment.when();
        if (participant == null
                || !appointment.isBooked()
                || !at.start().isAfter(clock.instant())
                || known.staff(at.worker()).filter(who -> !who.active()).isEmpty()) {
            return false;
        }
        Optional<String> takenOver = known.caseOf(participant)
                .filter(file -> !file.onTheTeam(at.worker()))
                .flatMap(file -> Optional.ofNullable(file.primary()));
        takenOver.ifPresent(primary -> handOver(appointment, participant, primary, because));
        return takenOver.isPresent();
    }

    private void handOver(Appointment appointment, String participant, String to, String because) {
        Window at = appointment.when();
        Window wanted = new Window(to, at.start(), at.end(), at.zone(), at.site(), at.place(), at.room(), at.setting());
        Result<Appointment> moved = moving.move(new MovingAnAppointment.Move(
                Command.effectOf("hand-over", because, appointment.id()), appointment.id(), wanted));
        if (!(moved instanceof Result.Refused<Appointment>)) {
            return;
        }
        cancelling.cancel(new CancellingAnAppointment.Cancellation(
                Command.effectOf("hand-over-cancel", because, appointment.id()),
                appointment.id(),
                "The worker left the case and the new one is not free then.",
                null));
        tasks.open(
                new Task.Opening(
                        Command.derived("book-again", appointment.id()).toString(),
                        participant,
                        Task.Kind.BOOK_MEETING,
                        appointment.id(),
                        to,
                        at.start(),
                        false,
                        null),
                because);
    }
}
