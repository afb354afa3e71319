package org.throughcare.participant.household.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.household.FamilyGoal;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.household.PlanningAsAFamily;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.web.Answers;

/** What a family plans together and who really takes part (H2, H4, HUD training). Dates are days at the household's site. */
@RestController
@RequestMapping("/households/{id}/plan")
class FamilyPlanController {

    private final PlanningAsAFamily planning;
    private final HouseholdAccess households;

    FamilyPlanController(PlanningAsAFamily planning, HouseholdAccess households) {
        this.planning = planning;
        this.households = households;
    }

    /** What makes a goal one may be missing, so that the refusal can name it. */
    record FamilyGoalRequest(
            @NotNull UUID id,
            @Nullable @Size(max = 400) String title,
            @Nullable @Size(max = 1000) String measure,
            @Nullable @Size(max = 1000) String relevance,
            @Nullable LocalDate targetDate,
            @Nullable @Size(max = 200) String responsible,
            @Nullable @Size(max = 100) List<@NotNull UUID> members) {

        FamilyGoal goal() {
            List<UUID> named = members == null ? List.of() : members;
            return new FamilyGoal(
                    id.toString(),
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(measure, ""),
                    Objects.requireNonNullElse(relevance, ""),
                    targetDate,
                    Objects.requireNonNullElse(responsible, ""),
                    named.stream().map(UUID::toString).toList(),
                    FamilyGoal.State.OPEN,
                    null,
                    null);
        }
    }

    record FamilyPlanRequest(
            @NotNull @Size(max = 4000) String strategy,
            @NotEmpty @Size(max = 50) List<@Valid FamilyGoalRequest> goals) {}

    record GoalOutcomeRequest(
            FamilyGoal.@NotNull State state,
            @NotBlank @Size(max = 4000) String outcome,
            @Nullable LocalDate on) {}

    /**
     * @param on today when none is given
     * @param note what the member did
     * @param caseNote the signed note about it, if there is one
     */
    record ParticipationRequest(
            @NotNull UUID id,
            @NotNull UUID member,
            @NotNull UUID goal,
            @Nullable LocalDate on,
            @NotBlank @Size(max = 4000) String note,
            @Nullable UUID caseNote) {}

    /** The family plans together (H4). 409 when the work with the household is individual, or the family has a plan. */
    @PutMapping
    ResponseEntity<Object> start(
            @PathVariable UUID id, @Valid @RequestBody FamilyPlanRequest asked, Command command, Caller caller) {
        households.toChange(caller, id.toString());
        return answer(planning.start(
                command,
                id.toString(),
                asked.strategy(),
                asked.goals().stream().map(FamilyGoalRequest::goal).toList()));
    }

    /**
     * A goal is added to the family's plan (H4). 422 names the letter of SMART that is missing (N1); 409 when there is no plan, or it
     * has the goal.
     */
    @PostMapping("/goals")
    ResponseEntity<Object> goal(
            @PathVariable UUID id, @Valid @RequestBody FamilyGoalRequest asked, Command command, Caller caller) {
        households.toChange(caller, id.toString());
        return answer(planning.setGoal(command, id.toString(), asked.goal()));
    }

    /** A goal of the family is reached or given up; {@code on} is today when left out. 409 when it is not open. */
    @PostMapping("/goals/{goal}/outcome")
    ResponseEntity<Object> outcome(
            @PathVariable UUID id,
            @PathVariable UUID goal,
            @Valid @RequestBody GoalOutcomeRequest asked,
            Command command,
            Caller caller) {
        households.toChange(caller, id.toString());
        return answer(planning.closeGoal(
                command, id.toString(), goal.toString(), asked.state(), asked.outcome(), asked.on()));
    }

    /**
     * A member took part in the plan on a day at the site, today when left out (H2). 422 when the member was not in the household on
     * that day, or the goal does not name them.
     */
    @PostMapping("/participations")
    ResponseEntity<Object> tookPart(
            @PathVariable UUID id, @Valid @RequestBody ParticipationRequest asked, Command command, Caller caller) {
        households.toChange(caller, id.toString());
        UUID caseNote = asked.caseNote();
        return answer(planning.tookPart(
                command,
                id.toString(),
                new PlanningAsAFamily.Took(
                        asked.id().toString(),
                        asked.member().toString(),
                        asked.goal().toString(),
                        asked.on(),
                        asked.note(),
                        caseNote == null ? null : caseNote.toString(),
                        caller.id())));
    }

    private static ResponseEntity<Object> answer(Result<Household> result) {
        return Answers.of(result, HouseholdAccess.WHAT, HouseholdView::of);
    }
}
