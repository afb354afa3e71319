package org.throughcare.referral.referral.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.directory.web.CallingPartner;
import org.throughcare.referral.referral.Answer;
import org.throughcare.referral.referral.AnsweringAReferral;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Outcome;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.ReferralStatus;
import org.throughcare.referral.referral.RejectionReason;
import org.throughcare.referral.referral.Remarks;
import org.throughcare.referral.referral.WithdrawingAReferral;

/** What becomes of a referral: said by the partner's own staff, or written down by staff whom somebody there told. */
@RestController
@RequestMapping("/referrals/{id}")
class AnswerController {

    private final Aggregates<Referral> referrals;
    private final AnsweringAReferral answering;
    private final WithdrawingAReferral withdrawing;
    private final Backgrounds backgrounds;
    private final Remarks remarks;
    private final CaseAccess access;

    AnswerController(
            Aggregates<Referral> referrals,
            AnsweringAReferral answering,
            WithdrawingAReferral withdrawing,
            Backgrounds backgrounds,
            Remarks remarks,
            CaseAccess access) {
        this.referrals = referrals;
        this.answering = answering;
        this.withdrawing = withdrawing;
        this.backgrounds = backgrounds;
        this.remarks = remarks;
        this.access = access;
    }

    /** @param toldBy who at the partner said it, when staff write it down */
    record AnswerRequest(
            @Nullable @Size(max = 200) String toldBy,
            @Nullable @Size(max = 2000) String note) {}

    record RejectionRequest(
            @NotNull RejectionReason reason,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 200) String toldBy) {}

    record OutcomeRequest(
            @NotNull Outcome.Kind kind, @NotNull LocalDate on) {}

    record CompletionRequest(
            @NotNull @Valid OutcomeRequest outcome,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 200) String toldBy) {}

    record ReasonRequest(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(max = 200) String toldBy) {}

    /** All that a partner's staff get back: the content is read apart, under the release of that moment. */
    record PartnerAnswer(UUID referral, ReferralStatus state) {}

    /**
     * The partner takes the referral. By its staff, or by the case's with {@code toldBy}; so for every answer (Y14). 409, with what
     * may follow, when it cannot be accepted any more.
     */
    @PostMapping("/acceptance")
    ResponseEntity<Object> accept(
            @PathVariable UUID id, @Valid @RequestBody AnswerRequest body, Command command, Caller caller) {
        return answer(id, new Answer.Accepts(body.note()), body.toldBy(), command, caller);
    }

    /** The partner does not take it, with the reason. */
    @PostMapping("/rejection")
    ResponseEntity<Object> reject(
            @PathVariable UUID id, @Valid @RequestBody RejectionRequest body, Command command, Caller caller) {
        return answer(id, new Answer.Rejects(body.reason(), body.note()), body.toldBy(), command, caller);
    }

    /** The service has begun. */
    @PostMapping("/start")
    ResponseEntity<Object> start(
            @PathVariable UUID id, @Valid @RequestBody AnswerRequest body, Command command, Caller caller) {
        return answer(id, new Answer.Starts(body.note()), body.toldBy(), command, caller);
    }

    /** The partner waits for something. */
    @PostMapping("/hold")
    ResponseEntity<Object> hold(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Command command, Caller caller) {
        return answer(id, new Answer.Holds(body.reason()), body.toldBy(), command, caller);
    }

    /** The service is done, with its outcome on a day between the sending and today (422). */
    @PostMapping("/completion")
    ResponseEntity<Object> complete(
            @PathVariable UUID id, @Valid @RequestBody CompletionRequest body, Command command, Caller caller) {
        Outcome outcome = new Outcome(body.outcome().kind(), body.outcome().on());
        return answer(id, new Answer.Completes(outcome, body.note()), body.toldBy(), command, caller);
    }

    /** The service was begun and not brought to an end. */
    @PostMapping("/failure")
    ResponseEntity<Object> fail(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Command command, Caller caller) {
        return answer(id, new Answer.Fails(body.reason()), body.toldBy(), command, caller);
    }

    /** Either side calls it off, and the other is told. */
    @PostMapping("/cancellation")
    ResponseEntity<Object> cancel(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Command command, Caller caller) {
        if (caller.is(Role.PARTNER_STAFF)) {
            return toPartner(answering.cancelledByPartner(command, id, CallingPartner.of(caller), body.reason()));
        }
        requireWrite(id, caller);
        return toStaff(withdrawing.cancel(command, id, caller.actor().toString(), body.reason()));
    }

    private ResponseEntity<Object> answer(
            UUID id, Answer answer, @Nullable String toldBy, Command command, Caller caller) {
        if (caller.is(Role.PARTNER_STAFF)) {
            return toPartner(answering.byPartner(command, id, CallingPartner.of(caller), answer));
        }
        requireWrite(id, caller);
        return toStaff(answering.byStaff(command, id, caller.actor().toString(), toldBy, answer));
    }

    private void requireWrite(UUID id, Caller caller) {
        Referral referral = referrals
                .find(id.toString())
                .map(stored -> stored.state())
                .orElseThrow(() -> ProblemException.notFound("referral", id.toString()));
        access.requireWrite(caller, referral.asked().participant().toString());
    }

    private static ResponseEntity<Object> toPartner(Result<Referral> result) {
        return Answers.of(
                result,
                "referral",
                stored -> new PartnerAnswer(
                        stored.state().id(), stored.state().progress().status()));
    }

    private ResponseEntity<Object> toStaff(Result<Referral> result) {
        return Answers.of(result, "referral", stored -> ReferralView.of(stored.state(), backgrounds, remarks));
    }
}
