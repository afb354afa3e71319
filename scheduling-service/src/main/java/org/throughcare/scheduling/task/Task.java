package org.throughcare.scheduling.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.task.TaskStatus.Done;
import org.throughcare.scheduling.task.TaskStatus.Open;
import org.throughcare.scheduling.task.TaskStatus.Withdrawn;

/**
 * Something that somebody has to do for a participant by a day. Opened by its cause and keyed by it; done by contact on
 * record, a meeting, or a worker's word; withdrawn when the cause is taken back, and opened again when that in turn is. Past its day it
 * is overdue, once, and stays open.
 *
 * @param participant null of what concerns a group alone
 * @param site of the group, of what concerns one; null of all else, which is where the participant is
 * @param cause the id of the release, follow-up, appointment or group it is for
 * @param assignee null until somebody is known who could do it
 * @param countsFrom contact on or after this day, the site's, is what the task asks for; null when contact does not do it
 */
public record Task(
        String id,
        @Nullable String participant,
        Kind kind,
        String cause,
        @Nullable String assignee,
        Instant openedAt,
        Instant dueAt,
        boolean urgent,
        @Nullable LocalDate countsFrom,
        TaskStatus status,
        boolean overdue,
        @Nullable String site) {

    /** What there is to do. */
    public enum Kind {
        /** Find the participant soon after release (L15). */
        FIRST_CONTACT,
        /** Ask how things go after exit (N8, Y12). */
        FOLLOW_UP_CHECK_IN,
        /** Nothing is booked and something should be (L3). */
        BOOK_MEETING,
        /** A release cost them their seat in a group and was taken back; somebody else has it by now (L15). */
        GROUP_SEAT,
        /** Somebody else changed the plan: look at it (Y14). */
        PLAN_CHANGED,
        /** Sessions of a group are planned for days on which its leader is gone (L12). */
        FIND_LEADER
    }

    /**
     * What a task is opened with.
     *
     * @param site of the group, for what concerns no participant
     */
    public record Opening(
            String id,
            @Nullable String participant,
            Kind kind,
            String cause,
            @Nullable String assignee,
            Instant dueAt,
            boolean urgent,
            @Nullable LocalDate countsFrom,
            @Nullable String site) {

        /** For a participant. */
        public Opening(
                String id,
                String participant,
                Kind kind,
                String cause,
                @Nullable String assignee,
                Instant dueAt,
                boolean urgent,
                @Nullable LocalDate countsFrom) {
            this(id, participant, kind, cause, assignee, dueAt, urgent, countsFrom, null);
        }
    }

    /** Opens it, or opens it again after it was withdrawn; one that is open or done already stays as it is. */
    public static Decision<Task> open(Optional<Task> before, Opening wanted, Instant now) {
        if (before.isPresent() && !(before.get().status instanceof Withdrawn)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new Task(
                        wanted.id(),
                        wanted.participant(),
                        wanted.kind(),
                        wanted.cause(),
                        wanted.assignee(),
                        now,
                        wanted.dueAt(),
                        wanted.urgent(),
                        wanted.countsFrom(),
                        new Open(),
                        false,
                        wanted.site()),
                new TaskEvent.TaskOpened(wanted.kind(), wanted.dueAt()));
    }

    /** @param through the appointment that does it, if one does */
    public Decision<Task> complete(String how, @Nullable String through, Instant now) {
        return switch (status) {
            case Open _ ->
                Decision.accept(with(assignee, new Done(now, how, through), overdue), new TaskEvent.TaskDone());
            case Done _ -> Decision.unchanged();
            case Withdrawn _ -> Decision.refuse(Refusal.conflict("task", "This task was withdrawn."));
        };
    }

    /** The meeting that did it did not take place after all, or what did it is another person's (H8). */
    public Decision<Task> notMet(String through) {
        return status instanceof Done done && through.equals(done.through())
                ? Decision.accept(with(assignee, new Open(), overdue), new TaskEvent.TaskOpened(kind, dueAt))
                : Decision.unchanged();
    }

    /** What is done stays done: it happened. */
    public Decision<Task> withdraw(String reason, Instant now) {
        return status instanceof Open
                ? Decision.accept(
                        with(assignee, new Withdrawn(now, reason), overdue), new TaskEvent.TaskWithdrawn(reason))
                : Decision.unchanged();
    }

    public Decision<Task> assignTo(String worker) {
        return status instanceof Open && !worker.equals(assignee)
                ? Decision.accept(with(worker, status, overdue), new TaskEvent.TaskReassigned(assignee, worker))
                : Decision.unchanged();
    }

    /** The visit at its due time. */
    public Decision<Task> visit(Instant now) {
        return isOpen() && !overdue && !now.isBefore(dueAt)
                ? Decision.accept(with(assignee, status, true), new TaskEvent.TaskOverdue(dueAt))
                : Decision.unchanged();
    }

    public @Nullable Instant nextVisit() {
        return isOpen() && !overdue ? dueAt : null;
    }

    /** Of a task for a participant, which all are that are found by one. */
    public String whose() {
        return Objects.requireNonNull(participant, "a task for nobody");
    }

    public boolean isOpen() {
        return status instanceof Open;
    }

    /** Whether contact on that day is what this task asks for. */
    public boolean isDoneByContactOn(LocalDate day) {
        return isOpen() && countsFrom != null && !day.isBefore(countsFrom);
    }

    public TaskSnapshot.State state() {
        return TaskSnapshot.State.valueOf(status.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }

    private Task with(@Nullable String worker, TaskStatus next, boolean late) {
        return new Task(id, participant, kind, cause, worker, openedAt, dueAt, urgent, countsFrom, next, late, site);
    }
}
