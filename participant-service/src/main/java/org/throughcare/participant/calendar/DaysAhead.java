package org.throughcare.participant.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.identity.OfOnePerson;
import org.throughcare.participant.plan.Plan;
import org.throughcare.platform.aggregate.Command;
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

    /** @param ids of the person, the one that stands for them first (H8) */
    public List<DayAhead> of(List<UUID> ids) {
        List<DayAhead> days = new ArrayList<>();
        EnrolmentSnapshot.ofPerson(ids.stream()
                        .flatMap(id -> enrolments.find(id.toString()).stream())
                        .map(stored -> EnrolmentSnapshot.of(stored.state()))
                        .toList())
                .ifPresent(enrolment -> add(enrolment, days));
        OfOnePerson.among(plans, ids)
                .map(OfOnePerson::first)
                .ifPresent(plan -> days.add(new DayAhead(
                        Command.derived("plan-review", plan.id()).toString(),
                        DayAhead.Kind.PLAN_REVIEW,
                        plan.state().reviewDueOn(),
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
