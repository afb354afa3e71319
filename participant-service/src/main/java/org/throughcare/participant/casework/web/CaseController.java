package org.throughcare.participant.casework.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.Caseload;
import org.throughcare.participant.casework.ClosingACase;
import org.throughcare.participant.casework.GivingTheContactCard;
import org.throughcare.participant.casework.Introduction;
import org.throughcare.participant.casework.IntroductionKind;
import org.throughcare.participant.casework.OpeningACase;
import org.throughcare.participant.casework.RecordingAnIntroduction;
import org.throughcare.participant.casework.ReopeningACase;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;

@RestController
@RequestMapping("/participants/{participant}/case")
class CaseController {

    private final Aggregates<Case> cases;
    private final OpeningACase opening;
    private final RecordingAnIntroduction introducing;
    private final GivingTheContactCard givingTheCard;
    private final ClosingACase closing;
    private final ReopeningACase reopening;
    private final BusinessClock clock;
    private final CaseAccess access;
    private final PersonFiles files;

    CaseController(
            Aggregates<Case> cases,
            OpeningACase opening,
            RecordingAnIntroduction introducing,
            GivingTheContactCard givingTheCard,
            ClosingACase closing,
            ReopeningACase reopening,
            BusinessClock clock,
            CaseAccess access,
            PersonFiles files) {
        this.cases = cases;
        this.opening = opening;
        this.introducing = introducing;
        this.givingTheCard = givingTheCard;
        this.closing = closing;
        this.reopening = reopening;
        this.clock = clock;
        this.access = access;
        this.files = files;
    }

    /**
     * @param primary the caller unless said otherwise (C6)
     * @param overLimitBecause a supervisor's reason to go past the limit (L2)
     */
    record CaseRequest(
            @Nullable List<@NotNull Programme> programmes,
            @Nullable UUID primary,
            @Nullable Setting setting,
            @Nullable @Size(max = 500) String overLimitBecause) {}

    /**
     * A case is opened, with one primary provider from the start (C6). 409 when the primary worker has no room (L2), or is named by
     * somebody else, works inside, where the participant is held, and is not cleared for it (L12).
     */
    @PutMapping
    ResponseEntity<Object> open(
            @PathVariable UUID participant, @Valid @RequestBody CaseRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        UUID primary = asked.primary();
        List<Programme> programmes = asked.programmes();
        return answer(opening.open(
                command,
                new OpeningACase.Asked(
                        participant,
                        programmes == null ? List.of() : programmes,
                        primary == null ? TeamController.self(caller) : primary,
                        primary != null && !primary.toString().equals(caller.id()),
                        asked.setting(),
                        grounds(asked.overLimitBecause(), caller))));
    }

    /**
     * The person's case, whichever of their ids is named (H8): the survivor's, or an alias's where the survivor has none; cases
     * under their other ids stand in {@code underAliases}.
     *
     * @param own true for the case under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> get(
            @PathVariable UUID participant, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(
                cases, files.open(participant, own, "case", caller), "case of participant", s -> view(s.state()));
    }

    record IntroductionRequest(
            @NotNull UUID id,
            @NotNull IntroductionKind kind,
            @NotNull UUID staff,
            @NotNull LocalDate on) {}

    /**
     * The participant has met somebody from outside before the release (L18); {@code on} is a day at the site. 422 for a day that has
     * not come, 409 for one after the release.
     */
    @PostMapping("/introductions")
    ResponseEntity<Object> introduce(
            @PathVariable UUID participant,
            @Valid @RequestBody IntroductionRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(introducing.record(
                command, participant, new Introduction(asked.id(), asked.kind(), asked.staff(), asked.on())));
    }

    record ContactCardRequest(@NotNull LocalDate on) {}

    /**
     * The participant was given the contact details of the staff outside while still inside (L15); {@code on} is a day at the site.
     * 422 for a day that has not come.
     */
    @PostMapping("/contact-card")
    ResponseEntity<Object> giveCard(
            @PathVariable UUID participant,
            @Valid @RequestBody ContactCardRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(givingTheCard.give(command, participant, asked.on()));
    }

    /**
     * The case is closed, which staff alone do: the year after the release closes nothing (L1). 409 while a handover or any other duty
     * is open, which the answer names.
     */
    @PostMapping("/closure")
    ResponseEntity<Object> close(@PathVariable UUID participant, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(closing.close(command, participant));
    }

    /** @param overLimitBecause a supervisor's reason to go past the limit (L2) */
    record ReopeningRequest(@Nullable @Size(max = 500) String overLimitBecause) {}

    /**
     * A closed case is taken up again, by the worker who had it. 409 when the worker who had the case has no room for it any more
     * (L2), or works inside, where the participant is held, and is not cleared for it (L12).
     */
    @PostMapping("/reopening")
    ResponseEntity<Object> reopen(
            @PathVariable UUID participant,
            @Valid @RequestBody ReopeningRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(reopening.reopen(command, participant, grounds(asked.overLimitBecause(), caller)));
    }

    static Caseload.Grounds grounds(@Nullable String reason, Caller caller) {
        return new Caseload.Grounds(reason, TeamController.maySupervise(caller));
    }

    private ResponseEntity<Object> answer(Result<Case> result) {
        return Answers.of(result, "case", stored -> view(stored.state()));
    }

    private CaseView view(Case of) {
        return CaseView.of(of, clock.today(of.zone()));
    }
}
