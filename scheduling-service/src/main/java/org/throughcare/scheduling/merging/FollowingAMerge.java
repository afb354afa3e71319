package org.throughcare.scheduling.merging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.group.KeepingSeats;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.release.Replanning;
import org.throughcare.scheduling.task.FollowingUp;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskStatus;

/**
 * H8: makes tasks, meetings, seats and rhythm agree with who is one person now. It never asks whether a merge was made or undone:
 * it looks at every record that the news touches, from the copies as they are. While two records are one person what both ask
 * for is asked once, and contact under either does it; once they are two again, what was withdrawn or done for that alone is
 * there again. Nothing goes from one id to another.
 */
public final class FollowingAMerge {

    private final Known known;
    private final Aggregates<Appointment> appointments;
    private final KeepingTasks tasks;
    private final FollowingUp followingUp;
    private final Replanning replanning;
    private final KeepingSeats seats;
    private final KeepingTheCadence cadence;

    public FollowingAMerge(
            Known known,
            Aggregates<Appointment> appointments,
            KeepingTasks tasks,
            FollowingUp followingUp,
            Replanning replanning,
            KeepingSeats seats,
            KeepingTheCadence cadence) {
        this.known = known;
        this.appointments = appointments;
        this.tasks = tasks;
        this.followingUp = followingUp;
        this.replanning = replanning;
        this.seats = seats;
        this.cadence = cadence;
    }

    /**
     * @param record any record that was heard of
     * @param because the event that made it look
     */
    public void bringAbout(String record, String because) {
        for (String id : known.persons().touchedBy(record)) {
            List<String> ids = known.idsOf(id);
            tasks.of(id).forEach(each -> giveBack(each, ids, because));
            followingUp.bringAbout(id);
            if (known.custodyCopy(id).isPresent()) {
                replanning.bringAbout(id);
                seats.bringAbout(id);
                cadence.bringAbout(id, because);
            }
            if (ids.size() > 1) {
                contactUnderOthers(id, because);
            }
        }
    }

    /** What something did that is another person's now is to be done again. */
    private void giveBack(Stored<Task> task, List<String> ids, String because) {
        if (task.state().status() instanceof TaskStatus.Done done && done.through() instanceof String through) {
            whose(through)
                    .filter(other -> !ids.contains(other))
                    .ifPresent(other -> tasks.anothersDoing(task.id(), through, because));
        }
    }

    /** Under which id the note or the appointment is. */
    private Optional<String> whose(String through) {
        return appointments
                .find(through)
                .flatMap(found -> Optional.ofNullable(found.state().participant()))
                .or(() -> known.note(through).map(KnownNote::participant));
    }

    /** Contact that was made under another id before anybody knew that it is the same person. */
    private void contactUnderOthers(String id, String because) {
        for (KnownNote note : known.contactsOf(id)) {
            LocalDate on = LocalDate.ofInstant(note.occurredAt(), known.zoneOf(id));
            for (Stored<Task> each : tasks.openOf(id)) {
                if (!note.participant().equals(id) && each.state().isDoneByContactOn(on)) {
                    tasks.doneBy(
                            Command.effectOf("contact", because + "/" + note.id(), each.id()),
                            each,
                            note.participant(),
                            KeepingTasks.NOTE,
                            note.id());
                }
            }
        }
    }
}
