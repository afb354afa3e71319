package org.throughcare.participant.identity.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.ChangingTheContactPlan;
import org.throughcare.participant.identity.CorrectingAnIdentity;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.MergingRecords;
import org.throughcare.participant.identity.MovingToAnotherSite;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.RecordingSupervision;
import org.throughcare.participant.identity.web.IdentityRequests.ContactPlanRequest;
import org.throughcare.participant.identity.web.IdentityRequests.IdentityRequest;
import org.throughcare.participant.identity.web.IdentityRequests.MergeRequest;
import org.throughcare.participant.identity.web.IdentityRequests.MoveRequest;
import org.throughcare.participant.identity.web.IdentityRequests.SupervisionRequest;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.IfMatch;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/participants/{id}")
class ParticipantController {

    private final Aggregates<Participant> participants;
    private final CorrectingAnIdentity correcting;
    private final ChangingTheContactPlan changingContacts;
    private final RecordingSupervision supervising;
    private final MovingToAnotherSite moving;
    private final MergingRecords merging;
    private final IdentityCipher cipher;
    private final CaseAccess access;
    private final ReadAudit audit;

    ParticipantController(
            Aggregates<Participant> participants,
            CorrectingAnIdentity correcting,
            ChangingTheContactPlan changingContacts,
            RecordingSupervision supervising,
            MovingToAnotherSite moving,
            MergingRecords merging,
            IdentityCipher cipher,
            CaseAccess access,
            ReadAudit audit) {
        this.participants = participants;
        this.correcting = correcting;
        this.changingContacts = changingContacts;
        this.supervising = supervising;
        this.moving = moving;
        this.merging = merging;
        this.cipher = cipher;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping
    ResponseEntity<Object> participant(@PathVariable UUID id, Caller caller) {
        access.requireRead(caller, id.toString());
        audit.read(caller, id.toString(), "participant");
        return participants
                .find(id.toString())
                .map(stored -> Answers.found(stored, s -> ParticipantView.of(s.state())))
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }

    /** Numbers and date of birth; on record before the answer, and never for partners or monitors. */
    @GetMapping("/identifiers")
    IdentityCipher.OpenIdentity identifiers(@PathVariable UUID id, Caller caller) {
        access.requireWrite(caller, id.toString());
        if (caller.is(Role.PARTNER_STAFF, Role.MONITOR)) {
            throw ProblemException.forbidden("Numbers and dates of birth are for the case's own staff.");
        }
        audit.readNow(caller, id.toString(), "identifiers", "asked for by staff");
        return participants
                .find(id.toString())
                .map(stored -> cipher.open(stored.state()))
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }

    @PostMapping("/identity")
    ResponseEntity<Object> correct(
            @PathVariable UUID id, @Valid @RequestBody IdentityRequest asked, @IfMatch Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(correcting.correct(
                command,
                new CorrectingAnIdentity.Asked(id, asked.name(), asked.spoken(), asked.open(), asked.grounds())));
    }

    @PutMapping("/contact-plan")
    ResponseEntity<Object> contactPlan(
            @PathVariable UUID id,
            @Valid @RequestBody ContactPlanRequest asked,
            @IfMatch Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(changingContacts.change(command, id, asked.plan()));
    }

    @PutMapping("/supervision")
    ResponseEntity<Object> supervise(
            @PathVariable UUID id,
            @Valid @RequestBody SupervisionRequest asked,
            @IfMatch Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(supervising.record(command, id, asked.supervision()));
    }

    @DeleteMapping("/supervision")
    ResponseEntity<Object> endSupervision(@PathVariable UUID id, @IfMatch Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(supervising.record(command, id, null));
    }

    @PostMapping("/site")
    ResponseEntity<Object> move(
            @PathVariable UUID id, @Valid @RequestBody MoveRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(moving.move(command, id, asked.site()));
    }

    @PostMapping("/merge")
    ResponseEntity<Object> merge(
            @PathVariable UUID id, @Valid @RequestBody MergeRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        access.requireWrite(caller, asked.into().toString());
        return answer(merging.merge(command, id, asked.into()));
    }

    @PostMapping("/unmerge")
    ResponseEntity<Object> undoMerge(@PathVariable UUID id, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(merging.undo(command, id));
    }

    private static ResponseEntity<Object> answer(Result<Participant> result) {
        return Answers.of(result, "participant", stored -> ParticipantView.of(stored.state()));
    }
}
