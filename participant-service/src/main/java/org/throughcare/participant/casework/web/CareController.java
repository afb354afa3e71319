package org.throughcare.participant.casework.web;

import jakarta.validation.Valid;
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
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.ChangingThePhase;
import org.throughcare.participant.casework.FollowingATransition;
import org.throughcare.participant.casework.Phase;
import org.throughcare.participant.casework.StratifyingRisk;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;

/** Where a case stands, and at which level of care (H1, H5; HUD's training on case management). */
@RestController
@RequestMapping("/participants/{participant}/case")
class CareController {

    private final ChangingThePhase changingThePhase;
    private final FollowingATransition following;
    private final StratifyingRisk stratifying;
    private final BusinessClock clock;
    private final CaseAccess access;

    CareController(
            ChangingThePhase changingThePhase,
            FollowingATransition following,
            StratifyingRisk stratifying,
            BusinessClock clock,
            CaseAccess access) {
        this.changingThePhase = changingThePhase;
        this.following = following;
        this.stratifying = stratifying;
        this.clock = clock;
        this.access = access;
    }

    /** @param because asked for when the case goes back (H1) */
    record PhaseRequest(
            @NotNull Phase phase, @Nullable @Size(max = 500) String because) {}

    /**
     * The case goes on to another phase, or back (H1). 422 when it goes back without a reason; 409 when the policy wants the
     * risk stratified before planning and it is not, or when it is to be evaluated and nobody was in touch since its
     * transition: {@code because} says why it goes on without.
     */
    @PostMapping("/phase")
    ResponseEntity<Object> changePhase(
            @PathVariable UUID participant, @Valid @RequestBody PhaseRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(changingThePhase.change(command, participant, asked.phase(), asked.because()));
    }

    /** @param with who was spoken to, by what they are to the participant */
    record CommunicationRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String with) {}

    /** Somebody was in touch after a transition (H1); {@code on} is a day at the site. 409 when there was no transition. */
    @PostMapping("/phase/communications")
    ResponseEntity<Object> communicate(
            @PathVariable UUID participant,
            @Valid @RequestBody CommunicationRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(following.follow(command, participant, asked.id(), asked.on(), asked.with()));
    }

    /**
     * @param factors codes of the policy's risk factors that were found; empty when none was
     * @param level code of another level than the points come to; left out to go by the points
     * @param because why it is another level
     */
    record CareRequest(
            @NotNull @Size(max = 100) List<@NotBlank String> factors,
            @Nullable String level,
            @Nullable @Size(max = 500) String because) {}

    /**
     * The risk is stratified, and comes to a level of care (H5) by the policy in force at the site. 422, with the codes there
     * are, for a factor or a level that the policy does not have, and for another level than the points' without a reason; 409
     * where the policy has no levels.
     */
    @PostMapping("/care")
    ResponseEntity<Object> stratify(
            @PathVariable UUID participant, @Valid @RequestBody CareRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(stratifying.stratify(
                command, new StratifyingRisk.Asked(participant, asked.factors(), asked.level(), asked.because())));
    }

    private ResponseEntity<Object> answer(Result<Case> result) {
        return Answers.of(
                result,
                "case",
                stored -> CaseView.of(stored.state(), clock.today(stored.state().zone())));
    }
}
