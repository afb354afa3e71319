package org.throughcare.scheduling.task;

import java.time.LocalDate;
import java.time.ZoneId;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.scheduling.holiday.BusinessDays;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;

/**
 * Y14: somebody else changed the plan, so its case manager is asked to look at it by the end of the next business day. One such task
 * is open at a time; it goes with the case when that goes to somebody else.
 */
public final class TellingOfPlanChanges {

    private final KeepingTasks tasks;
    private final Known known;
    private final BusinessDays businessDays;

    public TellingOfPlanChanges(KeepingTasks tasks, Known known, BusinessDays businessDays) {
        this.tasks = tasks;
        this.known = known;
        this.businessDays = businessDays;
    }

    /**
     * What was changed.
     *
     * @param by a member of staff; empty for the suite itself, of whose doing nobody need be told
     * @param on the day at the site
     */
    public record Change(String event, String participant, String by, LocalDate on) {}

    public void tell(Change change) {
        String primary =
                known.caseOf(change.participant()).map(KnownCase::primary).orElse(null);
        if (change.by().isEmpty() || change.by().equals(primary) || isTold(change.participant())) {
            return;
        }
        ZoneId zone = known.zoneOf(change.participant());
        LocalDate until = businessDays.after(change.on(), 1);
        tasks.open(
                new Task.Opening(
                        Command.derived("plan-changed", change.event()).toString(),
                        change.participant(),
                        Task.Kind.PLAN_CHANGED,
                        change.event(),
                        primary,
                        until.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1),
                        false,
                        null),
                change.event());
    }

    private boolean isTold(String participant) {
        return tasks.openOf(participant).stream().anyMatch(each -> each.state().kind() == Task.Kind.PLAN_CHANGED);
    }
}
