package org.throughcare.participant.enrolment.web;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.Outcome;
import org.throughcare.participant.enrolment.OutcomesReached;
import org.throughcare.participant.enrolment.RecordingAnOutcome;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;

/** Outcomes by horizon (H9, HUD training on case management): immediate, intermediate, final. */
@RestController
@RequestMapping("/participants/{id}/enrolment/outcomes")
class HorizonsController {

    private final Aggregates<Enrolment> enrolments;
    private final OutcomesReached reached;
    private final RecordingAnOutcome recording;
    private final CaseAccess access;
    private final PersonFiles files;

    HorizonsController(
            Aggregates<Enrolment> enrolments,
            OutcomesReached reached,
            RecordingAnOutcome recording,
            CaseAccess access,
            PersonFiles files) {
        this.enrolments = enrolments;
        this.reached = reached;
        this.recording = recording;
        this.access = access;
        this.files = files;
    }

    /**
     * An outcome that staff saw and the record cannot know; evidence or a note must be there.
     *
     * @param on day at the site; today when left out
     * @param evidence what shows it: a certificate's number, an award letter, an observation
     * @param note the note that tells of it
     */
    record OutcomeRequest(
            @Nullable UUID id,
            Outcome.@NotNull Measure measure,
            @Nullable LocalDate on,
            @Nullable @Size(max = 1000) String evidence,
            @Nullable UUID note) {}

    record Horizons(List<OutcomesReached.OnHorizon> horizons) {}

    /**
     * Every measure of every horizon, reached or not, with what shows it: derived from the record where it can be. Of several ids as
     * the enrolment itself (H8).
     *
     * @param own true for what was reached under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> outcomes(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(
                enrolments,
                files.open(id, own, "outcomes", caller),
                EnrolmentController.WHAT,
                each -> new Horizons(reached.of(each.state())));
    }

    /** What staff saw. 409 for what follows from a placement; 422 for a day outside the enrolment and for missing evidence. */
    @PostMapping
    ResponseEntity<Object> outcome(
            @PathVariable UUID id, @Valid @RequestBody OutcomeRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(recording.record(
                command,
                new RecordingAnOutcome.Seen(
                        command.partId(asked.id(), "outcome").toString(),
                        id.toString(),
                        asked.measure(),
                        asked.on(),
                        asked.evidence(),
                        Ids.text(asked.note()),
                        caller.id())));
    }
}
