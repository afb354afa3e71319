package org.throughcare.participant.enrolment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.DecidingFollowUp;
import org.throughcare.participant.enrolment.DeterminingNeedOfTraining;
import org.throughcare.participant.enrolment.FollowUp;
import org.throughcare.participant.enrolment.FollowUpScope;
import org.throughcare.participant.enrolment.TrainingDetermination;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;

/** What staff decide about a participant with its grounds on record: the need of training, and how a youth is followed up. */
@RestController
@RequestMapping("/participants/{id}/enrolment")
class DecisionsController {

    private final DeterminingNeedOfTraining determining;
    private final DecidingFollowUp deciding;
    private final CaseAccess access;

    DecisionsController(DeterminingNeedOfTraining determining, DecidingFollowUp deciding, CaseAccess access) {
        this.determining = determining;
        this.deciding = deciding;
        this.access = access;
    }

    /**
     * What was determined, after the person was looked at. Days are the site's.
     *
     * @param basis how the person was looked at
     * @param basisOn the day of that
     * @param note the note that tells of it, if there is one
     * @param on the day from which training may begin; today when left out
     * @param inNeed without training no job that supports the person is to be expected
     * @param likelyToSucceed has the skills and qualifications that the training asks for
     */
    record DeterminationRequest(
            @Nullable UUID id,
            TrainingDetermination.@NotNull Basis basis,
            @NotNull LocalDate basisOn,
            @Nullable UUID note,
            @Nullable LocalDate on,
            @NotNull Boolean inNeed,
            @NotNull Boolean likelyToSucceed,
            @NotBlank @Size(max = 4000) String grounds) {}

    /**
     * How a youth is followed up.
     *
     * @param forMonths from the exit; as long as policy asks for when left out
     * @param kinds what the person needs in that time
     * @param summerOnly took part in nothing but summer employment
     * @param basis the needs that this rests on
     */
    record ScopeRequest(
            FollowUpScope.@NotNull Intensity intensity,
            @Nullable @Min(1) @Max(60) Integer forMonths,
            @NotNull @Size(max = 7) List<FollowUp.@NotNull Kind> kinds,
            @NotNull Boolean summerOnly,
            @NotBlank @Size(max = 4000) String basis) {}

    /**
     * Whether an adult or a dislocated worker needs training and would succeed in it (N14, case management and case notes policy). 422 for
     * days out of order and missing grounds; 409 without case management on record.
     */
    @PostMapping("/training-determinations")
    ResponseEntity<Object> determination(
            @PathVariable UUID id, @Valid @RequestBody DeterminationRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(determining.determine(
                command,
                new DeterminingNeedOfTraining.Determination(
                        command.partId(asked.id(), "training-determination").toString(),
                        id.toString(),
                        asked.basis(),
                        asked.basisOn(),
                        Ids.text(asked.note()),
                        asked.on(),
                        asked.inNeed(),
                        asked.likelyToSucceed(),
                        asked.grounds(),
                        caller.id())));
    }

    /**
     * How closely and for how long a youth is followed up (N9, case management and case notes policy), before or after the exit. 422 for
     * a missing basis, for less than policy asks for and for lighter without summer employment alone; 409 where there is no
     * youth's participation.
     */
    @PostMapping("/follow-up-scope")
    ResponseEntity<Object> scope(
            @PathVariable UUID id, @Valid @RequestBody ScopeRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(deciding.decide(
                command,
                new DecidingFollowUp.ScopeDecision(
                        id.toString(),
                        asked.intensity(),
                        asked.forMonths(),
                        asked.kinds(),
                        asked.summerOnly(),
                        asked.basis(),
                        caller.id())));
    }
}
