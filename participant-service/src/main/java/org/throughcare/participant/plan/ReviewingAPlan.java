package org.throughcare.participant.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.NewActivity;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * A review, by rhythm (Y6), because a service was completed (N3), because activity is new or wider (N11) or because the assessment was
 * repeated (Y3).
 */
public final class ReviewingAPlan {

    private final Aggregates<Plan> plans;
    private final ReviewRhythm rhythm;
    private final BusinessClock clock;

    public ReviewingAPlan(Aggregates<Plan> plans, ReviewRhythm rhythm, BusinessClock clock) {
        this.plans = plans;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    /** @param on null for today */
    public Result<Plan> review(
            Command command, String participant, String id, @Nullable LocalDate on, String findings, String by) {
        return plans.change(command, participant, plan -> {
            LocalDate today = clock.today(plan.zone());
            int days = rhythm.of(participant, plan.site(), today).everyDays();
            return plan.review(new Review(id, on == null ? today : on, findings, by), days, today);
        });
    }

    /** A service element was completed (N3). */
    public void callFor(String participant, String service, LocalDate on) {
        plans.change(
                Command.effectOf("plan-review", service, participant),
                participant,
                plan -> plan.serviceCompleted(
                        service, on, rhythm.of(participant, plan.site(), on).daysAfterService()));
    }

    /** The participant does something new, or more than was planned (N11). */
    public void callFor(String participant, NewActivity activity) {
        plans.change(
                Command.effectOf("plan-update", activity.kind() + ":" + activity.service(), participant),
                participant,
                plan -> plan.outgrownBy(
                        activity,
                        rhythm.of(participant, plan.site(), activity.on()).daysAfterService()));
    }

    /** The assessment was repeated, and is complete again (Y3). */
    public void callFor(String participant, int round, LocalDate on) {
        plans.change(
                Command.effectOf("plan-review-by-assessment", String.valueOf(round), participant),
                participant,
                plan -> plan.assessedAnew(
                        round, on, rhythm.of(participant, plan.site(), on).daysAfterService()));
    }
}
