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
import org.throughcare.participant.consent.ConsentSnapshot;
import org.throughcare.participant.consent.InformationKind;
import org.throughcare.participant.consent.RevokingAConsent;
import org.throughcare.participant.consent.SigningAConsent;
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

    private final Aggregates<Consent> consents;
    private final SigningAConsent signing;
    private final RevokingAConsent revoking;
    private final AskingWhetherConsentStands asking;
    private final CaseAccess access;
    private final ReadAudit audit;

    ConsentController(
            Aggregates<Consent> consents,
            SigningAConsent signing,
            RevokingAConsent revoking,
            AskingWhetherConsentStands asking,
            CaseAccess access,
            ReadAudit audit) {
        this.consents = consents;
        this.signing = signing;
        this.revoking = revoking;
        this.asking = asking;
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
            @Nullable LocalDate expiresOn) {}

    @PutMapping("/consents/{id}")
    ResponseEntity<Object> sign(
            @PathVariable UUID id, @Valid @RequestBody ConsentRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, asked.participant().toString());
        Consent.Terms terms = new Consent.Terms(
                asked.recipient(),
                asked.recipientName(),
                asked.purpose(),
                asked.kinds(),
                asked.signedOn(),
                asked.expiresOn());
        return answer(signing.sign(command, id, asked.participant(), terms));
    }

    @GetMapping("/consents/{id}")
    ResponseEntity<Object> consent(@PathVariable UUID id, Caller caller) {
        Stored<Consent> stored = found(id);
        String participant = stored.state().participant().toString();
        access.requireRead(caller, participant);
        audit.read(caller, participant, "release of information");
        return Answers.found(stored, s -> ConsentSnapshot.of(s.state()));
    }

    @PostMapping("/consents/{id}/revocation")
    ResponseEntity<Object> revoke(@PathVariable UUID id, Command command, Caller caller) {
        access.requireWrite(caller, found(id).state().participant().toString());
        return answer(revoking.revoke(command, id));
    }

    @GetMapping("/participants/{participant}/consents")
    List<ConsentSnapshot> ofParticipant(@PathVariable UUID participant, Caller caller) {
        access.requireRead(caller, participant.toString());
        audit.read(caller, participant.toString(), "releases of information");
        return consents.where("participant", participant.toString(), MANY).stream()
                .map(stored -> ConsentSnapshot.of(stored.state()))
                .toList();
    }

    @GetMapping("/participants/{participant}/consents/standing")
    AskingWhetherConsentStands.Standing standing(
            @PathVariable UUID participant,
            @RequestParam UUID recipient,
            @RequestParam List<InformationKind> kind,
            Caller caller) {
        access.requireRead(caller, participant.toString());
        if (kind.isEmpty()) {
            throw ProblemException.invalid("kind", "C7", "Say which kinds of information are meant.");
        }
        if (!caller.is(Role.SYSTEM)) {
            // the suite itself accounts for what it discloses
            audit.read(caller, participant.toString(), "release of information");
        }
        return asking.ask(participant, recipient, kind);
    }

    private Stored<Consent> found(UUID id) {
        return consents.find(id.toString())
                .orElseThrow(() -> ProblemException.notFound("release of information", id.toString()));
    }

    private static ResponseEntity<Object> answer(Result<Consent> result) {
        return Answers.of(result, "participant", stored -> ConsentSnapshot.of(stored.state()));
    }
}
