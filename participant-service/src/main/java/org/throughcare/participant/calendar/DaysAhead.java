package org.throughcare.participant.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.plan.Plan;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Y16: the day on which a participation ends unless a service is given, the follow-ups that are to be made, and the next review of the
 * plan; the nearest first. Days that have passed stay until what they are about is done.
 */
public final class DaysAhead {

    private final Aggregates<Enrolment> enrolments;
    private final Aggregates<Plan> plans;

    public DaysAhead(Aggregates<Enrolment> enrolments, Aggregates<Plan> plans) {
        this.enrolments = enrolments;
        this.plans = plans;
    }

    public List<DayAhead> of(String participant) {
        List<DayAhead> days = new ArrayList<>();
        enrolments
                .find(participant)
                .map(Stored::state)
                .map(EnrolmentSnapshot::of)
                .ifPresent(enrolment -> add(enrolment, days));
        plans.find(participant)
                .map(Stored::state)
                .ifPresent(plan -> days.add(new DayAhead(
                        Command.derived("plan-review", participant).toString(),
                        DayAhead.Kind.PLAN_REVIEW,
                        plan.reviewDueOn(),
                        "Review of the plan due")));
        days.sort(Comparator.comparing(DayAhead::on).thenComparing(DayAhead::kind));
        return days;
    }

    private static void add(EnrolmentSnapshot enrolment, List<DayAhead> days) {
        LocalDate ends = enrolment.exitProjectedOn();
        if (ends != null) {
            days.add(new DayAhead(
                    enrolment.period() + "-exit",
                    DayAhead.Kind.EXIT,
                    ends,
                    "Participation ends unless a service is given before"));
        }
        enrolment.followUps().stream()
                .filter(followUp -> followUp.doneOn() == null)
                .map(followUp -> new DayAhead(
                        followUp.id(),
                        DayAhead.Kind.FOLLOW_UP,
                        followUp.dueOn(),
                        "Follow-up of month " + followUp.month() + " due"))
                .forEach(days::add);
    }
}
