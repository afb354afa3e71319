package org.throughcare.participant.identity.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.contact.CallOrder;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.ChangingTheContactPlan;
import org.throughcare.participant.identity.CorrectingAnIdentity;
import org.throughcare.participant.identity.IdentityCipher;
import org.throughcare.participant.identity.MergingRecords;
import org.throughcare.participant.identity.MovingToAnotherSite;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.RecordingSupervision;
import org.throughcare.participant.identity.Unsettled;
import org.throughcare.participant.identity.web.IdentityRequests.ContactPlanRequest;
import org.throughcare.participant.identity.web.IdentityRequests.IdentityRequest;
import org.throughcare.participant.identity.web.IdentityRequests.MergeRequest;
import org.throughcare.participant.identity.web.IdentityRequests.MoveRequest;
import org.throughcare.participant.identity.web.IdentityRequests.SupervisionRequest;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
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
    private final Aliases aliases;
    private final PersonFiles files;
    private final Unsettled unsettled;
    private final IdentityCipher cipher;
    private final CaseAccess access;
    private final ReadAudit audit;
    private final BusinessClock clock;

    ParticipantController(
            Aggregates<Participant> participants,
            CorrectingAnIdentity correcting,
            ChangingTheContactPlan changingContacts,
            RecordingSupervision supervising,
            MovingToAnotherSite moving,
            MergingRecords merging,
            Aliases aliases,
            PersonFiles files,
            Unsettled unsettled,
            IdentityCipher cipher,
            CaseAccess access,
            ReadAudit audit,
            BusinessClock clock) {
        this.participants = participants;
        this.correcting = correcting;
        this.changingContacts = changingContacts;
        this.supervising = supervising;
        this.moving = moving;
        this.merging = merging;
        this.aliases = aliases;
        this.files = files;
        this.unsettled = unsettled;
        this.cipher = cipher;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The person, whichever of their records is named (H8): under an alias this is the record that it was merged into, with its
     * {@code id} and revision. What the merge left to settle stands in {@code toSettle}.
     *
     * @param own true for the record under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> participant(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        UUID meant = own ? readable(id, caller) : survivor(id, caller);
        audit.read(caller, meant.toString(), "participant");
        return participants
                .find(meant.toString())
                .map(stored -> Answers.found(stored, s -> withUnsettled(s.state())))
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }

    /**
     * Numbers and date of birth, of all of the person's records that are open to the caller; on record before the answer, and never
     * for partners or monitors.
     */
    @GetMapping("/identifiers")
    IdentityCipher.OpenIdentity identifiers(@PathVariable UUID id, Caller caller) {
        access.requireWrite(caller, id.toString());
        if (caller.is(Role.PARTNER_STAFF, Role.MONITOR)) {
            throw ProblemException.forbidden("Numbers and dates of birth are for the case's own staff.");
        }
        List<UUID> open = files.ids(id, false, caller);
        open.forEach(each -> audit.readNow(caller, each.toString(), "identifiers", "asked for by staff"));
        return open.stream()
                .flatMap(each -> participants.find(each.toString()).stream())
                .map(stored -> cipher.open(stored.state()))
                .reduce(IdentityCipher.OpenIdentity::and)
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }

    /**
     * Whom to try on a day, in order, and what is left out, with reasons (L9).
     *
     * @param day at the participant's site; today when left out
     */
    @GetMapping("/contact-order")
    CallOrder contactOrder(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate day, Caller caller) {
        UUID meant = survivor(id, caller);
        audit.read(caller, meant.toString(), "contact plan");
        return participants
                .find(meant.toString())
                .map(Stored::state)
                .map(found -> found.contactPlan().on(day == null ? clock.today(found.zone()) : day))
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }

    /** Whoever may read one record of a person needs a right to the record that is shown. */
    private UUID survivor(UUID id, Caller caller) {
        UUID survivor = aliases.survivorOf(readable(id, caller));
        return survivor.equals(id) ? id : readable(survivor, caller);
    }

    private UUID readable(UUID id, Caller caller) {
        access.requireRead(caller, id.toString());
        return id;
    }

    /**
     * Names, date of birth, numbers, language and grounds of priority are put right; all of them are sent, and the revision that the
     * sender looked at (428, 412).
     */
    @PostMapping("/identity")
    ResponseEntity<Object> correct(
            @PathVariable UUID id, @Valid @RequestBody IdentityRequest asked, @IfMatch Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(correcting.correct(
                command,
                new CorrectingAnIdentity.Asked(id, asked.name(), asked.spoken(), asked.open(), asked.grounds())));
    }

    /**
     * How the participant is reached, through whom, and when they are busy (L8, L9); all of it is sent, and the revision that the
     * sender looked at (428, 412). 422 without one stable contact, unless {@code noRelativesBecause} says why there is none.
     */
    @PutMapping("/contact-plan")
    ResponseEntity<Object> contactPlan(
            @PathVariable UUID id,
            @Valid @RequestBody ContactPlanRequest asked,
            @IfMatch Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(changingContacts.change(command, id, asked.plan()));
    }

    /** The officer in charge, and when the person reports; dates and times are the participant's site's (L14). */
    @PutMapping("/supervision")
    ResponseEntity<Object> supervise(
            @PathVariable UUID id,
            @Valid @RequestBody SupervisionRequest asked,
            @IfMatch Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(supervising.record(command, id, asked.supervision()));
    }

    /** The participant is under no supervision any more (L14). Needs the revision that the sender looked at (428, 412). */
    @DeleteMapping("/supervision")
    ResponseEntity<Object> endSupervision(@PathVariable UUID id, @IfMatch Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(supervising.record(command, id, null));
    }

    /** The participant goes on at another site; nothing is asked again (N15), and custody, case and enrolment go along. */
    @PostMapping("/site")
    ResponseEntity<Object> move(
            @PathVariable UUID id, @Valid @RequestBody MoveRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(moving.move(command, id, asked.site()));
    }

    /**
     * This record becomes an alias of another: one person, two ids for good, nothing is re-keyed (H8). 409 when it stands for
     * others or is an alias already, 422 when the other is an alias or is not on record. It is not refused for what is open under
     * both, or under this one alone: the answer lists that in {@code toSettle}, in words and with what settles it.
     */
    @PostMapping("/merge")
    ResponseEntity<Object> merge(
            @PathVariable UUID id, @Valid @RequestBody MergeRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        access.requireWrite(caller, asked.into().toString());
        return Answers.of(
                merging.merge(command, id, asked.into()), "participant", stored -> withUnsettled(stored.state()));
    }

    /** The two are different people after all: what was recorded under each id is under it still (H8). */
    @PostMapping("/unmerge")
    ResponseEntity<Object> undoMerge(@PathVariable UUID id, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(merging.undo(command, id));
    }

    private ResponseEntity<Object> answer(Result<Participant> result) {
        return Answers.of(result, "participant", stored -> view(stored.state()));
    }

    private ParticipantView withUnsettled(Participant participant) {
        return ParticipantView.of(
                participant, clock.today(participant.zone()), unsettled.of(aliases.allOf(participant.id())));
    }

    private ParticipantView view(Participant participant) {
        return ParticipantView.of(participant, clock.today(participant.zone()));
    }
}
