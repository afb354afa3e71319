package org.throughcare.participant.identity.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.CheckingForDuplicates;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.TakingIn;
import org.throughcare.participant.identity.web.IdentityRequests.IdentityRequest;
import org.throughcare.participant.identity.web.IdentityRequests.IntakeRequest;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/participants")
class IntakeController {

    private final TakingIn takingIn;
    private final CheckingForDuplicates duplicates;
    private final Aggregates<Participant> participants;
    private final PersonFiles files;
    private final ReadAudit audit;
    private final BusinessClock clock;

    IntakeController(
            TakingIn takingIn,
            CheckingForDuplicates duplicates,
            Aggregates<Participant> participants,
            PersonFiles files,
            ReadAudit audit,
            BusinessClock clock) {
        this.takingIn = takingIn;
        this.duplicates = duplicates;
        this.participants = participants;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    record DuplicateCheckAnswer(List<CheckingForDuplicates.Candidate> candidates) {}

    /** A question, not a change: needs no key, and its numbers never stand in an address. */
    @PostMapping("/duplicate-check")
    DuplicateCheckAnswer check(@Valid @RequestBody IdentityRequest asked, Caller caller) {
        requireStaff(caller);
        List<CheckingForDuplicates.Candidate> found =
                duplicates.check(new CheckingForDuplicates.Asked(asked.name(), asked.open(), null));
        return new DuplicateCheckAnswer(shown(found, caller));
    }

    /**
     * Who else on record might be this person, best first, with a score from 1 to 100 and its reasons (H8): what staff look at
     * before they merge. Those whom the intake found to be others are left out. Looked for by all of the person's records (H8). 404
     * when there is no such participant.
     */
    @GetMapping("/{id}/duplicates")
    DuplicateCheckAnswer duplicatesOf(@PathVariable UUID id, Caller caller) {
        requireStaff(caller);
        List<Participant> records = files.ids(id, false, caller).stream()
                .flatMap(each -> participants.find(each.toString()).stream())
                .map(Stored::state)
                .toList();
        if (records.isEmpty()) {
            throw ProblemException.notFound("participant", id.toString());
        }
        return new DuplicateCheckAnswer(shown(duplicates.of(records), caller));
    }

    /**
     * Intake: the one entry, wherever the person shows up (H8), under an id that the sender makes. 409 {@code likely-duplicate} with
     * the candidates when somebody on record is likely the same person; sent again with them in {@code notTheSameAs} and the reason,
     * it is accepted.
     */
    @PutMapping("/{id}")
    ResponseEntity<Object> takeIn(
            @PathVariable UUID id, @Valid @RequestBody IntakeRequest asked, Command command, Caller caller) {
        requireStaff(caller);
        List<UUID> others = asked.notTheSameAs();
        TakingIn.Outcome outcome = takingIn.takeIn(
                command,
                new TakingIn.Asked(
                        id,
                        asked.identity().name(),
                        asked.identity().spoken(),
                        asked.site(),
                        asked.identity().open(),
                        asked.identity().grounds(),
                        others == null ? List.of() : others,
                        asked.becauseTheyDiffer()));
        return switch (outcome) {
            case TakingIn.Outcome.Answered answered ->
                Answers.of(
                        answered.result(),
                        "participant",
                        stored -> ParticipantView.of(
                                stored.state(), clock.today(stored.state().zone())));
            case TakingIn.Outcome.LikelyDuplicates found -> throw duplicate(shown(found.candidates(), caller));
        };
    }

    /** People of any site are shown here, so each of them is on record as read. */
    private List<CheckingForDuplicates.Candidate> shown(
            List<CheckingForDuplicates.Candidate> candidates, Caller caller) {
        candidates.forEach(each -> audit.read(caller, each.participant().toString(), "duplicate check"));
        return candidates;
    }

    private static ProblemException duplicate(List<CheckingForDuplicates.Candidate> candidates) {
        ProblemException problem = new ProblemException(
                HttpStatus.CONFLICT,
                "likely-duplicate",
                "Someone on record is likely the same person. Use that record, or say why it is someone else.");
        problem.getBody().setProperty("rule", "H8");
        problem.getBody().setProperty("candidates", candidates);
        return problem;
    }

    private static void requireStaff(Caller caller) {
        if (!caller.is(
                Role.JAIL_CASE_MANAGER,
                Role.COMMUNITY_CASE_MANAGER,
                Role.SUPERVISOR,
                Role.GRANTEE_ADMINISTRATOR,
                Role.SYSTEM)) {
            throw ProblemException.forbidden("Intake is done by staff.");
        }
    }
}
