package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff and participant make the plan, on a complete assessment (N1, C2, H6). */
public final class StartingAPlan {

    public record NewPlan(
            String participant,
            String strategy,
            List<String> resources,
            BackUps backUps,
            List<Goal> goals,
            String by) {}

    private final Aggregates<Plan> plans;
    private final Residences residences;
    private final AssessmentState assessment;
    private final ReviewRhythm rhythm;
    private final BusinessClock clock;

    public StartingAPlan(
            Aggregates<Plan> plans,
            Residences residences,
            AssessmentState assessment,
            ReviewRhythm rhythm,
            BusinessClock clock) {
        this.plans = plans;
        this.residences = residences;
        this.assessment = assessment;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    public Result<Plan> start(Command command, NewPlan p) {
        Optional<Residences.Residence> home = residences.of(p.participant());
        if (home.isEmpty()) {
            return new Result.Missing<>();
        }
        List<String> lacking = assessment.lacking(p.participant());
        return plans.create(command, p.participant(), () -> {
            if (!lacking.isEmpty()) {
                return Decision.refuse(Refusal.conflict(
                        "N1",
                        "A plan rests on a complete assessment; parts are lacking.",
                        lacking.toArray(String[]::new)));
            }
            LocalDate today = clock.today(home.get().zone());
            int days = rhythm.of(p.participant(), home.get().site(), today).everyDays();
            Plan plan = new Plan(
                    p.participant(),
                    home.get().site(),
                    home.get().zone(),
                    today,
                    p.strategy(),
                    p.resources(),
                    p.backUps(),
                    p.goals(),
                    List.of(),
                    List.of(),
                    days,
                    today.plusDays(days),
                    null,
                    List.of(),
                    List.of());
            return Plan.start(plan, today, p.by());
        });
    }
}
