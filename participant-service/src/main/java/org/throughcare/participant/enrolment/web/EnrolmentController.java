package org.throughcare.participant.enrolment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.ClosingAProgramme;
import org.throughcare.participant.enrolment.DeterminingEligibility;
import org.throughcare.participant.enrolment.Eligibility;
import org.throughcare.participant.enrolment.EnrollingInAProgramme;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.FundSource;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;

@RestController
@RequestMapping("/participants/{id}/enrolment")
class EnrolmentController {

    static final String WHAT = "enrolment";

    private final Aggregates<Enrolment> enrolments;
    private final DeterminingEligibility determining;
    private final EnrollingInAProgramme enrolling;
    private final ClosingAProgramme closing;
    private final CaseAccess access;
    private final PersonFiles files;

    EnrolmentController(
            Aggregates<Enrolment> enrolments,
            DeterminingEligibility determining,
            EnrollingInAProgramme enrolling,
            ClosingAProgramme closing,
            CaseAccess access,
            PersonFiles files) {
        this.enrolments = enrolments;
        this.determining = determining;
        this.enrolling = enrolling;
        this.closing = closing;
        this.access = access;
        this.files = files;
    }

    /**
     * What was determined.
     *
     * @param on day at the site; today when left out
     * @param atEntry what the federal record wants to know of the day of entry
     */
    record EligibilityRequest(
            @Nullable UUID id,
            @NotNull Programme programme,
            @NotNull Boolean eligible,
            @Nullable LocalDate on,
            @NotBlank @Size(max = 4000) String grounds,
            Eligibility.@Nullable AtEntry atEntry) {}

    /**
     * What was decided.
     *
     * @param from day at the site; today when left out
     * @param grounds assessment, goals and barriers that it rests on
     * @param staffingNote note of the staffing between programmes, when there is another one
     * @param referredTo who serves the person better; then nobody is enrolled (Y18)
     */
    record ProgrammeRequest(
            @Nullable UUID id,
            @NotNull Programme programme,
            @NotNull FundSource fundSource,
            @Nullable LocalDate from,
            @NotBlank @Size(max = 4000) String grounds,
            @Nullable UUID staffingNote,
            @Nullable @Size(max = 400) String referredTo) {}

    record ClosureRequest(@Nullable LocalDate on) {}

    /**
     * The person's enrolment, whichever of their ids is named (H8): the survivor's, or an alias's where the survivor has none; those
     * under their other ids stand in {@code underAliases}.
     *
     * @param own true for the enrolment under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> enrolment(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(enrolments, files.open(id, own, WHAT, caller), WHAT, EnrolmentController::view);
    }

    /**
     * The enrolment as it is kept, with grounds, justifications and reasons; of several ids as the enrolment itself (H8).
     *
     * @param own true for the enrolment under this very id, alias or not
     */
    @GetMapping("/record")
    ResponseEntity<Object> record(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(enrolments, files.open(id, own, WHAT, caller), WHAT, Stored::state);
    }

    /**
     * Whether the participant is eligible for a programme, with the grounds (Y2); days are the site's, today when left out. Comes
     * before enrolment. 422 for a day that has not come.
     */
    @PostMapping("/eligibility")
    ResponseEntity<Object> eligibility(
            @PathVariable UUID id, @Valid @RequestBody EligibilityRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(determining.determine(
                command,
                new DeterminingEligibility.Determination(
                        command.partId(asked.id(), "eligibility").toString(),
                        id.toString(),
                        asked.programme(),
                        asked.eligible(),
                        asked.on(),
                        asked.grounds(),
                        asked.atEntry(),
                        caller.id())));
    }

    /**
     * Staff decide to enrol, with the grounds, or that somebody else serves the person better, and then nobody is enrolled (Y2, Y18).
     * Beside another programme it needs the note of the staffing between them (Y5, 422). 409 without eligibility, and for a programme
     * that is open.
     */
    @PostMapping("/programmes")
    ResponseEntity<Object> programmes(
            @PathVariable UUID id, @Valid @RequestBody ProgrammeRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(enrolling.decide(
                command,
                new EnrollingInAProgramme.EnrolmentDecision(
                        command.partId(asked.id(), "programme").toString(),
                        id.toString(),
                        asked.programme(),
                        asked.fundSource(),
                        asked.from(),
                        asked.grounds(),
                        Ids.text(asked.staffingNote()),
                        asked.referredTo(),
                        caller.id())));
    }

    /**
     * One programme is closed on a day at the site, today when left out. That ends no participation: the exit goes by the services of
     * all programmes (Y5, Y11). 422 for a day before it began.
     */
    @PostMapping("/programmes/{programme}/closure")
    ResponseEntity<Object> closure(
            @PathVariable UUID id,
            @PathVariable Programme programme,
            @Valid @RequestBody ClosureRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return answer(closing.close(command, id.toString(), programme, asked.on()));
    }

    static ResponseEntity<Object> answer(Result<Enrolment> result) {
        return Answers.of(result, WHAT, EnrolmentController::view);
    }

    static Object view(Stored<Enrolment> stored) {
        return EnrolmentSnapshot.of(stored.state());
    }
}
