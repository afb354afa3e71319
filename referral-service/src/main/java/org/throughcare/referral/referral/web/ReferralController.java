package org.throughcare.referral.referral.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.KnownParticipant;
import org.throughcare.referral.known.People;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.CaseManagers;
import org.throughcare.referral.referral.DraftingAReferral;
import org.throughcare.referral.referral.Party;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.Remarks;
import org.throughcare.referral.referral.SendingAReferral;
import org.throughcare.referral.referral.Teller;
import org.throughcare.referral.referral.TrainingChoice;
import org.throughcare.referral.referral.WithdrawingAReferral;

@RestController
class ReferralController {

    private static final int PAGE = 200;

    private final Aggregates<Referral> referrals;
    private final DraftingAReferral drafting;
    private final SendingAReferral sending;
    private final WithdrawingAReferral withdrawing;
    private final CaseManagers caseManagers;
    private final Backgrounds backgrounds;
    private final Remarks remarks;
    private final People people;
    private final CaseAccess access;
    private final ReadAudit audit;

    ReferralController(
            Aggregates<Referral> referrals,
            DraftingAReferral drafting,
            SendingAReferral sending,
            WithdrawingAReferral withdrawing,
            CaseManagers caseManagers,
            Backgrounds backgrounds,
            Remarks remarks,
            People people,
            CaseAccess access,
            ReadAudit audit) {
        this.referrals = referrals;
        this.drafting = drafting;
        this.sending = sending;
        this.withdrawing = withdrawing;
        this.caseManagers = caseManagers;
        this.backgrounds = backgrounds;
        this.remarks = remarks;
        this.people = people;
        this.access = access;
        this.audit = audit;
    }

    record BackgroundRequest(
            @NotNull InformationKind kind,
            @NotBlank @Size(max = 4000) String text) {}

    /**
     * @param site the participant's own when left out
     * @param origin CASE_MANAGER when left out
     * @param help what the case manager does beside sending it (H10); none when left out
     * @param startsOn day at the site; left out when the release sets it
     */
    record ReferralRequest(
            @NotNull UUID participant,
            @Nullable UUID site,
            @NotNull UUID partner,
            @Nullable UUID listing,
            @NotBlank @Size(max = 200) String service,
            @NotNull NeedKind kind,
            Asked.@Nullable Origin origin,
            @NotBlank @Size(max = 2000) String role,
            @Nullable List<Asked.@NotNull Help> help,
            @Nullable List<@NotNull @Valid BackgroundRequest> background,
            @NotEmpty List<@NotNull InformationKind> kinds,
            @Nullable Boolean contactingProhibited,
            @Nullable Boolean startsOnRelease,
            @Nullable LocalDate startsOn,
            @Nullable TrainingChoice training) {}

    /**
     * A referral is drafted, or drafted anew; nobody outside knows of it. 422 for no kinds of information, for background of a kind
     * that is not among them (C7), and for training without options compared or to a provider that is not certified (C5); 409 once it
     * went out.
     */
    @PutMapping("/referrals/{id}")
    ResponseEntity<Object> draft(
            @PathVariable UUID id, @Valid @RequestBody ReferralRequest body, Command command, Caller caller) {
        access.requireWrite(caller, body.participant().toString());
        KnownParticipant participant = people.participant(body.participant())
                .orElseThrow(() -> ProblemException.notFound(
                        "participant", body.participant().toString()));
        UUID site = site(body.site(), participant);
        Asked.Origin origin = body.origin();
        List<Asked.Help> help = body.help();
        Asked asked = new Asked(
                body.participant(),
                site,
                participant.zone(),
                body.partner(),
                body.listing(),
                body.service(),
                body.kind(),
                origin == null ? Asked.Origin.CASE_MANAGER : origin,
                body.role(),
                help == null ? List.of() : help,
                backgrounds.sealed(id, plain(body.background())),
                body.kinds(),
                Boolean.TRUE.equals(body.contactingProhibited()),
                Boolean.TRUE.equals(body.startsOnRelease()),
                body.training(),
                staff(caller));
        return answer(drafting.draft(command, id, asked, body.startsOn(), caller.actor()));
    }

    /** Who hears of a referral goes by its site, so it is one at which the person is known. */
    private UUID site(@Nullable UUID asked, KnownParticipant participant) {
        if (asked == null || asked.toString().equals(participant.site())) {
            return UUID.fromString(participant.site());
        }
        boolean known = people.caseOf(UUID.fromString(participant.id()))
                .filter(each -> each.sites().contains(asked.toString()))
                .isPresent();
        if (!known) {
            throw ProblemException.invalid("site", "of-the-case", "The participant's case has never run at this site.");
        }
        return asked;
    }

    private static List<Asked.Background> plain(@Nullable List<BackgroundRequest> asked) {
        return asked == null
                ? List.of()
                : asked.stream()
                        .map(each -> new Asked.Background(each.kind(), each.text()))
                        .toList();
    }

    /** The suite's own tools have no staff record; what they ask is kept under an id of their own. */
    private static UUID staff(Caller caller) {
        return caller.is(Role.SYSTEM) ? Command.derived("system", caller.id()) : UUID.fromString(caller.id());
    }

    /** One referral as the case manager sees it, with everything that was said on it. */
    @GetMapping("/referrals/{id}")
    ResponseEntity<Object> referral(@PathVariable UUID id, Caller caller) {
        Referral referral = readable(id, caller);
        audit.read(caller, referral.asked().participant().toString(), "referral");
        return referrals
                .find(id.toString())
                .map(stored -> Answers.found(stored, each -> ReferralView.of(each.state(), backgrounds, remarks)))
                .orElseThrow(() -> ProblemException.notFound("referral", id.toString()));
    }

    /** @param items newest last */
    record ReferralList(List<ReferralView> items) {}

    /** Of the person, under whichever of their ids they were asked for, and whichever is named (H8). */
    @GetMapping("/participants/{participant}/referrals")
    ReferralList ofParticipant(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        ids.forEach(each -> audit.read(caller, each, "referrals"));
        return new ReferralList(ids.stream()
                .flatMap(each -> referrals.where("asked.participant", each, PAGE).stream())
                .map(stored -> ReferralView.of(stored.state(), backgrounds, remarks))
                .sorted(java.util.Comparator.comparing(
                        view -> view.history().getFirst().at()))
                .toList());
    }

    /**
     * It goes out, under a signed release of information that names the partner and the kinds (C7). 409 without one; 503 when that
     * cannot be asked now.
     */
    @PostMapping("/referrals/{id}/sending")
    ResponseEntity<Object> send(@PathVariable UUID id, Command command, Caller caller) {
        Referral referral = writable(id, caller);
        Teller by = new Teller(
                caller.actor().toString(),
                Party.REQUESTER,
                null,
                caseManagers.of(referral).orElse(null));
        return answer(sending.send(command, id, by));
    }

    record EnteredInErrorRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** It should never have been; a partner who knows of it is told. 409 once it was accepted. */
    @PostMapping("/referrals/{id}/error")
    ResponseEntity<Object> enteredInError(
            @PathVariable UUID id, @Valid @RequestBody EnteredInErrorRequest body, Command command, Caller caller) {
        writable(id, caller);
        return answer(withdrawing.enteredInError(command, id, caller.actor().toString(), body.reason()));
    }

    /** The case manager has seen what others changed. */
    @PostMapping("/referrals/{id}/alert/seen")
    ResponseEntity<Object> alertSeen(@PathVariable UUID id, Command command, Caller caller) {
        writable(id, caller);
        return answer(withdrawing.alertSeen(command, id, staff(caller)));
    }

    private Referral writable(UUID id, Caller caller) {
        Referral referral = found(id);
        access.requireWrite(caller, referral.asked().participant().toString());
        return referral;
    }

    private Referral readable(UUID id, Caller caller) {
        Referral referral = found(id);
        access.requireRead(caller, referral.asked().participant().toString());
        return referral;
    }

    private Referral found(UUID id) {
        return referrals
                .find(id.toString())
                .map(stored -> stored.state())
                .orElseThrow(() -> ProblemException.notFound("referral", id.toString()));
    }

    private ResponseEntity<Object> answer(Result<Referral> result) {
        return Answers.of(result, "referral", stored -> ReferralView.of(stored.state(), backgrounds, remarks));
    }
}
