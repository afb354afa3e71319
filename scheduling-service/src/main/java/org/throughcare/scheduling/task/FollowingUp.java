package org.throughcare.scheduling.task;

import java.time.ZoneId;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownEnrolment.FollowUp;

/**
 * N8, Y12: after exit, one check-in per follow-up of the enrolment; with the exit undone they are withdrawn, and what the
 * enrolment has as done is done. Works from the enrolment as it stands, so any event of it will do.
 *
 * <p>Of a person with several enrolments under several ids the survivor's counts, and an alias's where that one has none: nobody
 * is asked twice how things go (H8). What is withdrawn for it is opened again when the merge is undone.
 */
public final class FollowingUp {

    private final KeepingTasks tasks;
    private final Known known;

    public FollowingUp(KeepingTasks tasks, Known known) {
        this.tasks = tasks;
        this.known = known;
    }

    /** @param revision of the enrolment */
    public void bringAbout(KnownEnrolment enrolment, long revision) {
        settle(enrolment, because(enrolment.participant(), revision));
        known.idsOf(enrolment.participant()).stream()
                .filter(each -> !each.equals(enrolment.participant()))
                .forEach(this::bringAbout);
    }

    /** From the copy under this very id, if there is one. */
    public void bringAbout(String id) {
        known.enrolmentUnder(id).ifPresent(copy -> settle(copy.snapshot(), because(id, copy.revision())));
    }

    private String because(String participant, long revision) {
        return "enrolment@" + revision + known.persons().mark(participant);
    }

    private void settle(KnownEnrolment enrolment, String because) {
        KnownEnrolment.Exit exit = enrolment.exit();
        boolean counts = known.enrolmentCopy(enrolment.participant())
                .filter(copy -> !copy.id().equals(enrolment.participant()))
                .isEmpty();
        boolean died = known.custody(enrolment.participant())
                .flatMap(KnownCustody::death)
                .isPresent();
        String exitId = counts && enrolment.exited() && exit != null && !died ? exit.id() : "";
        for (Stored<Task> each : tasks.openOf(enrolment.participant())) {
            boolean wanted = enrolment.followUps().stream()
                    .anyMatch(f -> taskOf(exitId, f).equals(each.id()));
            if (each.state().kind() == Task.Kind.FOLLOW_UP_CHECK_IN && (exitId.isEmpty() || !wanted)) {
                tasks.withdraw(each.id(), why(died, counts), because);
            }
        }
        if (exitId.isEmpty()) {
            return;
        }
        ZoneId zone = known.zoneOf(enrolment.participant());
        for (FollowUp each : enrolment.followUps()) {
            String id = taskOf(exitId, each);
            tasks.open(
                    new Task.Opening(
                            id,
                            enrolment.participant(),
                            Task.Kind.FOLLOW_UP_CHECK_IN,
                            each.id(),
                            known.caseOf(enrolment.participant())
                                    .map(KnownCase::primary)
                                    .orElse(null),
                            each.dueOn()
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .minusMillis(1),
                            false,
                            each.dueOn().minusMonths(1)),
                    because);
            if (each.doneOn() != null) {
                tasks.complete(Command.effectOf("followed-up", because, id), id, "The follow-up is on record.");
            }
        }
    }

    private static String why(boolean died, boolean counts) {
        return died ? "The participant died." : counts ? "The exit was undone." : KeepingTasks.ANOTHER_RECORD;
    }

    private static String taskOf(String exit, FollowUp followUp) {
        return Command.derived("follow-up", exit, followUp.id()).toString();
    }
}
