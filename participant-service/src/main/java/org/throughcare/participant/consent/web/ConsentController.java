package org.throughcare.participant.consent.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.consent.AskingWhetherConsentStands;
import org.throughcare.participant.consent.Consent;
import org.throughcare.participant.consent.EndingAConsent;
import org.throughcare.participant.consent.InformationKind;
import org.throughcare.participant.consent.Reliances;
import org.throughcare.participant.consent.RevokingAConsent;
import org.throughcare.participant.consent.Signature;
import org.throughcare.participant.consent.SigningAConsent;
import org.throughcare.participant.consent.SubstanceUseTerms;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
class ConsentController {

    private static final int MANY = 500;
    private static final int MOST = 200;

    private final Aggregates<Consent> consents;
    private final SigningAConsent signing;
    private final RevokingAConsent revoking;
    private final EndingAConsent ending;
    private final AskingWhetherConsentStands asking;
    private final Reliances reliances;
    private final PersonFiles files;
    private final CaseAccess access;
    private final ReadAudit audit;

    ConsentController(
            Aggregates<Consent> consents,
            SigningAConsent signing,
            RevokingAConsent revoking,
            EndingAConsent ending,
            AskingWhetherConsentStands asking,
            Reliances reliances,
            PersonFiles files,
            CaseAccess access,
            ReadAudit audit) {
        this.consents = consents;
        this.signing = signing;
        this.revoking = revoking;
        this.ending = ending;
        this.asking = asking;
        this.reliances = reliances;
        this.files = files;
        this.access = access;
        this.audit = audit;
    }

    record ConsentRequest(
            @NotNull UUID participant,
            @NotNull UUID recipient,
            @NotBlank @Size(max = 200) String recipientName,
            @NotBlank @Size(max = 500) String purpose,
            @NotEmpty List<@NotNull InformationKind> kinds,
            @NotNull LocalDate signedOn,
            @Nullable LocalDate expiresOn,
            @Nullable @Size(max = 300) String expiresWhen,
            @Nullable @Valid SignatureRequest signature,
            @Nullable @Valid SubstanceUseRequest substanceUse) {

        Consent.Terms terms() {
            return new Consent.Terms(
                    recipient,
                    recipientName,
                    purpose,
                    kinds,
                    signedOn,
                    expiresOn,
                    expiresWhen,
                    signature == null ? null : signature.signature(),
                    substanceUse == null ? null : substanceUse.terms());
        }
    }

    /** @param authority by what right a representative signed */
    record SignatureRequest(
            @NotBlank @Size(max = 200) String signedBy,
            Signature.@NotNull Signer as,
            Signature.@NotNull Manner manner,
            @Nullable @Size(max = 300) String authority) {

        Signature signature() {
            return new Signature(signedBy, as, manner, authority);
        }
    }

    /** What 42 CFR 2.31(a) wants besides; which of it is missing is the rule's to say. */
    record SubstanceUseRequest(
            @Nullable @Size(max = 200) String participantName,
            @Nullable @Size(max = 300) String discloser,
            @Nullable @Size(max = 500) String amountAndKind,
            boolean mayRevokeAcknowledged) {

        SubstanceUseTerms terms() {
            return new SubstanceUseTerms(participantName, discloser, amountAndKind, mayRevokeAcknowledged);
        }
    }

    /**
     * A signed release of information goes on record (C7). 422 naming the field when something that it must say is missing: the
     * signature, or, for substance-use records, an element of 42 CFR 2.31(a).
     */
    @PutMapping("/consents/{id}")
    ResponseEntity<Object> sign(
            @PathVariable UUID id, @Valid @RequestBody ConsentRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, asked.participant().toString());
        return answer(signing.sign(command, id, asked.participant(), asked.terms()));
    }

    /** One release of information, as it was signed and as it stands now (C7). */
    @GetMapping("/consents/{id}")
    ResponseEntity<Object> consent(@PathVariable UUID id, Caller caller) {
        Stored<Consent> stored = found(id);
        String participant = stored.state().participant().toString();
        access.requireRead(caller, participant);
        audit.read(caller, participant, "release of information");
        return Answers.found(stored, s -> ConsentView.of(s.state()));
    }

    /**
     * The participant takes the release back: nothing more goes out under it from this moment, nor what waits to be read already (C7).
     * Revoked again, it stays as it is.
     */
    @PostMapping("/consents/{id}/revocation")
    ResponseEntity<Object> revoke(@PathVariable UUID id, Command command, Caller caller) {
        access.requireWrite(caller, found(id).state().participant().toString());
        return answer(revoking.revoke(command, id));
    }

    /** The event or condition that the release names has come about: from now on it covers nothing. 409 when it names none. */
    @PostMapping("/consents/{id}/expiry")
    ResponseEntity<Object> end(@PathVariable UUID id, Command command, Caller caller) {
        access.requireWrite(caller, found(id).state().participant().toString());
        return answer(ending.end(command, id));
    }

    /**
     * Who relied on the release: who asked whether it stands, for what and when, and was told yes (C7). Newest first.
     *
     * @param limit 1 to 200
     */
    @GetMapping("/consents/{id}/reliances")
    Reliances.Page reliances(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        String participant = found(id).state().participant().toString();
        access.requireRead(caller, participant);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "range", "A page has 1 to " + MOST + " entries.");
        }
        audit.read(caller, participant, "who relied on a release of information");
        try {
            return reliances.of(id, limit, cursor);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid("cursor", "format", "This cursor was not given by an earlier page.");
        }
    }

    /** All that the person signed, under whichever of their ids (H8). */
    @GetMapping("/participants/{participant}/consents")
    List<ConsentView> ofParticipant(@PathVariable UUID participant, Caller caller) {
        return files.open(participant, false, "releases of information", caller).stream()
                .flatMap(id -> consents.where("participant", id.toString(), MANY).stream())
                .map(stored -> ConsentView.of(stored.state()))
                .toList();
    }

    /**
     * May the recipient be told these kinds of things now (C7)? A yes is on record, with who asked and for what, before it is
     * given.
     *
     * @param about what it is asked for, such as a referral; goes on record
     */
    @GetMapping("/participants/{participant}/consents/standing")
    AskingWhetherConsentStands.Standing standing(
            @PathVariable UUID participant,
            @RequestParam UUID recipient,
            @RequestParam List<InformationKind> kind,
            @RequestParam(required = false) @Nullable String about,
            Caller caller) {
        access.requireRead(caller, participant.toString());
        if (kind.isEmpty()) {
            throw ProblemException.invalid("kind", "C7", "Say which kinds of information are meant.");
        }
        if (about != null && about.length() > MOST) {
            throw ProblemException.invalid(
                    "about", "size", "What it is asked for has at most " + MOST + " characters.");
        }
        if (!caller.is(Role.SYSTEM)) {
            // the suite itself accounts for what it discloses
            audit.read(caller, participant.toString(), "release of information");
        }
        return asking.ask(new AskingWhetherConsentStands.Asked(
                participant, recipient, kind, caller.actor().value(), caller.name(), about));
    }

    private Stored<Consent> found(UUID id) {
        return consents.find(id.toString())
                .orElseThrow(() -> ProblemException.notFound("release of information", id.toString()));
    }

    private static ResponseEntity<Object> answer(Result<Consent> result) {
        return Answers.of(result, "participant", stored -> ConsentView.of(stored.state()));
    }
}
