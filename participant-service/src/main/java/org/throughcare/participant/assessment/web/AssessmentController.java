package org.throughcare.participant.assessment.web;

import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.assessment.AskingQuestions;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentPart;
import org.throughcare.participant.assessment.NeedOutcome;
import org.throughcare.participant.assessment.QuestionSets;
import org.throughcare.participant.assessment.Questions;
import org.throughcare.participant.assessment.RecordingAnAssessmentPart;
import org.throughcare.participant.assessment.SettlingANeed;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/participants/{id}/assessment")
class AssessmentController {

    private static final String WHAT = "assessment";

    private final Aggregates<Assessment> assessments;
    private final RecordingAnAssessmentPart recording;
    private final SettlingANeed settling;
    private final AskingQuestions asking;
    private final QuestionSets sets;
    private final CaseAccess access;
    private final PersonFiles files;

    AssessmentController(
            Aggregates<Assessment> assessments,
            RecordingAnAssessmentPart recording,
            SettlingANeed settling,
            AskingQuestions asking,
            QuestionSets sets,
            CaseAccess access,
            PersonFiles files) {
        this.assessments = assessments;
        this.recording = recording;
        this.settling = settling;
        this.asking = asking;
        this.sets = sets;
        this.access = access;
        this.files = files;
    }

    record PartRequest(
            @Nullable UUID id,
            @Nullable LocalDate on,
            @NotNull AssessmentPart part) {}

    record OutcomeRequest(
            @Nullable UUID id,
            AssessmentPart.@NotNull Area area,
            NeedOutcome.@NotNull Result result,
            @NotBlank @Size(max = 4000) String how,
            @Nullable LocalDate on) {}

    /**
     * The person's assessment, whichever of their ids is named (H8): the survivor's, or an alias's where the survivor has none; those
     * under their other ids stand in {@code underAliases}.
     *
     * @param own true for the assessment under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> assessment(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(assessments, files.open(id, own, WHAT, caller), WHAT, this::view);
    }

    /**
     * What the interview is to ask today, by the programmes that bind the participant (N2); under an alias, the record that it was
     * merged into (H8). 404 when there is no such participant.
     */
    @GetMapping("/questions")
    Questions questions(@PathVariable UUID id, Caller caller) {
        String meant = files.ids(id, false, caller).getFirst().toString();
        return asking.today(meant).orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }

    /**
     * A part of the assessment is recorded (Y3, N2); {@code on} is a day at the site, today without one.
     *
     * <p>422 names what is missing or does not fit: an empty part, a topic that is not on the programme's list, an unknown question
     * or a required answer that is missing, a set of questions that was not in force that day, a score after services with none from
     * a day before.
     */
    @PostMapping("/parts")
    ResponseEntity<Object> part(
            @PathVariable UUID id, @Valid @RequestBody PartRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        UUID own = command.partId(asked.id(), "assessment-part");
        return Answers.of(
                recording.record(
                        command,
                        new RecordingAnAssessmentPart.Part(
                                own.toString(), id.toString(), asked.part(), asked.on(), caller.id())),
                WHAT,
                this::view);
    }

    /**
     * What became of an open need (L6); {@code on} is a day at the site, today without one.
     *
     * <p>409 with the areas in which a need is open, when there is none in this one; 422 for a day before the need was found, or
     * after today.
     */
    @PostMapping("/needs/outcomes")
    ResponseEntity<Object> outcome(
            @PathVariable UUID id, @Valid @RequestBody OutcomeRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        UUID own = command.partId(asked.id(), "need-outcome");
        return Answers.of(
                settling.settle(
                        command,
                        new SettlingANeed.Outcome(
                                own.toString(),
                                id.toString(),
                                asked.area(),
                                asked.result(),
                                asked.on(),
                                asked.how(),
                                caller.id())),
                WHAT,
                this::view);
    }

    private Object view(Stored<Assessment> stored) {
        Assessment a = stored.state();
        Questions questions = asking.today(a.participant()).orElseGet(() -> new Questions(List.of()));
        return AssessmentView.of(a, a.topicsOpen(questions), sets);
    }
}
