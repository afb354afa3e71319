package org.throughcare.participant.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.OfOnePerson;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.plan.AcknowledgingAPlan;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.participant.plan.BackUps;
import org.throughcare.participant.plan.ChangingAPlan;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.plan.ReviewingAPlan;
import org.throughcare.participant.plan.StartingAPlan;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;

@RestController
@RequestMapping("/participants/{id}/plan")
class PlanController {

    private static final String WHAT = "plan";

    private final Aggregates<Plan> plans;
    private final Aggregates<Assistance> assistance;
    private final StartingAPlan starting;
    private final ChangingAPlan changing;
    private final AcknowledgingAPlan acknowledging;
    private final ReviewingAPlan reviewing;
    private final CaseAccess access;
    private final PersonFiles files;

    PlanController(
            Aggregates<Plan> plans,
            Aggregates<Assistance> assistance,
            StartingAPlan starting,
            ChangingAPlan changing,
            AcknowledgingAPlan acknowledging,
            ReviewingAPlan reviewing,
            CaseAccess access,
            PersonFiles files) {
        this.plans = plans;
        this.assistance = assistance;
        this.starting = starting;
        this.changing = changing;
        this.acknowledging = acknowledging;
        this.reviewing = reviewing;
        this.access = access;
        this.files = files;
    }

    record PlanRequest(
            @NotNull @Valid List<GoalRequest> goals,
            @Nullable @Size(max = 400) String backUpTransport,
            @Nullable @Size(max = 400) String backUpChildcare,
            @Nullable @Size(max = 4000) String strategy,
            @Nullable @Size(max = 50) List<@NotBlank String> resources) {}

    record NewGoalRequest(
            @NotNull @Valid GoalRequest goal,
            @Nullable @Valid ChangeRequest change) {}

    record RevisionRequest(
            @NotNull @Valid List<GoalRequest> goals,
            @NotNull @Size(max = 400) String backUpTransport,
            @NotNull @Size(max = 400) String backUpChildcare,
            @NotNull @Size(max = 4000) String strategy,
            @Nullable @Size(max = 50) List<@NotBlank String> resources,
            @NotNull @Valid ChangeRequest change) {}

    /** Why the plan changes, and which services that adds (Y15). */
    record ChangeRequest(
            @NotBlank @Size(max = 400) String what,
            @Nullable @Size(max = 50) List<@NotBlank String> addsServices,
            @Nullable @Size(max = 4000) String justification,
            @Nullable UUID note) {

        ChangingAPlan.Reason reason(Caller caller) {
            return new ChangingAPlan.Reason(
                    what,
                    addsServices == null ? List.of() : addsServices,
                    justification,
                    note == null ? null : note.toString(),
                    caller.id());
        }
    }

    record OutcomeRequest(
            Goal.@NotNull State state,
            @NotBlank @Size(max = 4000) String outcome,
            @Nullable LocalDate on) {}

    /**
     * The participant's agreement to a version.
     *
     * @param initials the participant's own
     * @param on day at the site; today when left out
     * @param copyGiven the participant has the copy of this version
     */
    record AcknowledgementRequest(
            @NotNull Integer version,
            @NotBlank @Size(max = 10) String initials,
            @Nullable LocalDate on,
            @NotNull Boolean copyGiven) {}

    /**
     * What a review found.
     *
     * @param on day at the site; today when left out
     */
    record ReviewRequest(
            @Nullable UUID id,
            @Nullable LocalDate on,
            @NotBlank @Size(max = 4000) String findings) {}

    /**
     * The participant's individual plan starts (N1, H6); it rests on a complete assessment. Days are the site's. 422 names what is
     * missing: a letter of SMART, a strategy, a resource or a back-up (Y13); 409 without the assessment, and when there is a plan.
     */
    @PutMapping
    ResponseEntity<Object> start(
            @PathVariable UUID id, @Valid @RequestBody PlanRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        List<String> resources = asked.resources();
        return answer(starting.start(
                command,
                new StartingAPlan.NewPlan(
                        id.toString(),
                        Objects.requireNonNullElse(asked.strategy(), ""),
                        resources == null ? List.of() : resources,
                        new BackUps(
                                Objects.requireNonNullElse(asked.backUpTransport(), ""),
                                Objects.requireNonNullElse(asked.backUpChildcare(), "")),
                        asked.goals().stream().map(g -> g.goal(command)).toList(),
                        caller.id())));
    }

    /**
     * The person's plan, whichever of their ids is named (H8): the survivor's, or an alias's where the survivor has none; those under
     * their other ids stand in {@code underAliases}. Beside it stands in {@code assistance} what public assistance asks (C8): what is on
     * record under the plan's own id, or under another of the person's where that has none.
     *
     * @param own true for the plan under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> plan(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        List<UUID> ids = files.open(id, own, WHAT, caller);
        return PersonFiles.answer(plans, ids, WHAT, plan -> view(plan, ids));
    }

    /**
     * A goal is added to the plan.
     *
     * <p>422 names what is missing: a letter of SMART (N1), or the justification or the note of a change by whose steps somebody else is
     * to do what nobody did before (Y15, from the youth procedure).
     */
    @PostMapping("/goals")
    ResponseEntity<Object> goal(
            @PathVariable UUID id, @Valid @RequestBody NewGoalRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        Goal goal = asked.goal().goal(command);
        ChangeRequest change = asked.change();
        ChangingAPlan.Reason why = change == null
                ? new ChangingAPlan.Reason("New goal: " + goal.title(), List.of(), null, null, caller.id())
                : change.reason(caller);
        return answer(changing.setGoal(command, id.toString(), goal, why));
    }

    /**
     * A goal is reached or given up, on a day between the plan's start and today (422), today when left out. 409 when it is not open.
     */
    @PostMapping("/goals/{goal}/outcome")
    ResponseEntity<Object> outcome(
            @PathVariable UUID id,
            @PathVariable UUID goal,
            @Valid @RequestBody OutcomeRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(changing.closeGoal(
                command, id.toString(), goal.toString(), asked.state(), asked.outcome(), asked.on()));
    }

    /**
     * Goals are replaced, strategy, resources and back-ups are set; without resources they stay as they are.
     *
     * <p>422 names what is missing, as for a new goal (N1, H6, Y13, Y15); 409 when a goal is not an open one of the plan.
     */
    @PostMapping("/revisions")
    ResponseEntity<Object> revise(
            @PathVariable UUID id, @Valid @RequestBody RevisionRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(changing.revise(
                command,
                id.toString(),
                asked.goals().stream().map(g -> g.goal(command)).toList(),
                new BackUps(asked.backUpTransport(), asked.backUpChildcare()),
                asked.strategy(),
                asked.resources(),
                asked.change().reason(caller)));
    }

    /**
     * The participant agrees to the current version: initialled and dated by them, with their copy in hand (C2, N3). {@code on} is a
     * day between the version's and today, today when left out (422). 409, with the right one, for another version.
     */
    @PostMapping("/acknowledgements")
    ResponseEntity<Object> acknowledge(
            @PathVariable UUID id, @Valid @RequestBody AcknowledgementRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(acknowledging.acknowledge(
                command, id.toString(), asked.version(), asked.initials(), asked.on(), asked.copyGiven()));
    }

    /**
     * The plan was reviewed (Y6, N3), on a day between its start and today (422), today when left out; when the next one is due goes
     * by policy.
     */
    @PostMapping("/reviews")
    ResponseEntity<Object> review(
            @PathVariable UUID id, @Valid @RequestBody ReviewRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        UUID own = command.partId(asked.id(), "plan-review");
        return answer(
                reviewing.review(command, id.toString(), own.toString(), asked.on(), asked.findings(), caller.id()));
    }

    private ResponseEntity<Object> answer(Result<Plan> result) {
        return Answers.of(result, WHAT, plan -> view(plan, List.of()));
    }

    /** @param others under which to look where there is no assistance under the plan's id */
    private PlanView view(Stored<Plan> plan, List<UUID> others) {
        return PlanView.of(
                plan,
                assistance
                        .find(plan.id())
                        .or(() -> OfOnePerson.among(assistance, others).map(OfOnePerson::first))
                        .map(AssistanceView::of)
                        .orElse(null));
    }
}
