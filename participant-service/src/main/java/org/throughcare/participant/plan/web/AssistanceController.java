package org.throughcare.participant.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.participant.plan.AssistanceProgramme;
import org.throughcare.participant.plan.RecordingAssistance;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;

/** What public assistance asks of a participant, beside the plan (C8, from the Chicago policy letter). */
@RestController
@RequestMapping("/participants/{id}/assistance")
class AssistanceController {

    private static final String WHAT = "assistance";

    private final Aggregates<Assistance> assistance;
    private final RecordingAssistance recording;
    private final CaseAccess access;
    private final PersonFiles files;

    AssistanceController(
            Aggregates<Assistance> assistance, RecordingAssistance recording, CaseAccess access, PersonFiles files) {
        this.assistance = assistance;
        this.recording = recording;
        this.access = access;
        this.files = files;
    }

    record ObligationRequest(
            @NotNull UUID id,
            @NotNull AssistanceProgramme programme,
            @NotBlank @Size(max = 1000) String what,
            @Nullable @Min(0) @Max(168) Integer hoursAWeek,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {

        Assistance.Obligation obligation() {
            return new Assistance.Obligation(id.toString(), programme, what, hoursAWeek, from, until);
        }
    }

    record SanctionRequest(
            @NotNull UUID id,
            @NotNull UUID obligation,
            @NotBlank @Size(max = 1000) String reason,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {

        Assistance.Sanction sanction() {
            return new Assistance.Sanction(id.toString(), obligation.toString(), reason, from, until);
        }
    }

    record AssistanceRequest(
            @NotNull @Size(max = 50) List<@NotNull @Valid ObligationRequest> obligations,
            @NotNull @Size(max = 50) List<@NotNull @Valid SanctionRequest> sanctions) {}

    /**
     * Obligations and sanctions, all there are: what is left out is no longer on record (C8). Hours are a week's; days are the agency's.
     *
     * <p>422 when one ends before it begins, or a sanction is for none of the obligations; 428 when there is some already and no
     * {@code If-Match} says which revision was looked at.
     */
    @PutMapping
    ResponseEntity<Object> recordAssistance(
            @PathVariable UUID id, @Valid @RequestBody AssistanceRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return Answers.of(
                recording.record(
                        command,
                        id.toString(),
                        asked.obligations().stream()
                                .map(ObligationRequest::obligation)
                                .toList(),
                        asked.sanctions().stream()
                                .map(SanctionRequest::sanction)
                                .toList()),
                WHAT,
                AssistanceView::of);
    }

    /**
     * The person's, whichever of their ids is named (H8): the survivor's, or an alias's where the survivor has none; what is recorded under
     * their other ids stands in {@code underAliases}. 404 when nothing is on record.
     *
     * @param own true for what is recorded under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> assistance(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(assistance, files.open(id, own, WHAT, caller), WHAT, AssistanceView::of);
    }
}
