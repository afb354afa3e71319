package org.throughcare.participant.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.assessment.AssessmentPart;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.Step;
import org.throughcare.platform.aggregate.Command;

/** A goal as the form sends it; what makes it SMART may be missing, so that the plan itself can name the letter. */
record GoalRequest(
        @Nullable UUID id,
        @Nullable @Size(max = 400) String title,
        @Nullable @Size(max = 1000) String measure,
        @Nullable @Size(max = 50) @Valid List<StepRequest> steps,
        @Nullable @Size(max = 1000) String relevance,
        @Nullable LocalDate targetDate,
        @Nullable @Size(max = 200) String responsible,
        @Nullable Integer priority) {

    record StepRequest(
            @Nullable UUID id,
            @NotBlank @Size(max = 400) String what,
            @Nullable @Size(max = 200) String responsible,
            Step.@NotNull Delivery delivery,
            @Nullable @Size(max = 200) String referredTo,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            AssessmentPart.@Nullable Area need) {}

    Goal goal(Command command) {
        String name = Objects.requireNonNullElse(title, "");
        String own = id == null ? Command.derived("goal", command.id(), name).toString() : id.toString();
        List<Step> all = new ArrayList<>();
        for (StepRequest each : steps == null ? List.<StepRequest>of() : steps) {
            UUID given = each.id();
            String step = given == null
                    ? Command.derived("step", own, String.valueOf(all.size())).toString()
                    : given.toString();
            all.add(new Step(
                    step,
                    each.what(),
                    Objects.requireNonNullElse(each.responsible(), ""),
                    each.delivery(),
                    each.referredTo(),
                    each.dueOn(),
                    each.doneOn(),
                    each.need()));
        }
        return new Goal(
                own,
                name,
                Objects.requireNonNullElse(measure, ""),
                all,
                Objects.requireNonNullElse(relevance, ""),
                targetDate,
                Objects.requireNonNullElse(responsible, ""),
                priority == null ? 1 : priority,
                Goal.State.OPEN,
                null,
                null);
    }
}
