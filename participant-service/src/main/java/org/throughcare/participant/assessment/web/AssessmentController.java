package org.throughcare.participant.assessment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentPart;
import org.throughcare.participant.assessment.RecordingAnAssessmentPart;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
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
    private final CaseAccess access;
    private final ReadAudit audit;

    AssessmentController(
            Aggregates<Assessment> assessments,
            RecordingAnAssessmentPart recording,
            CaseAccess access,
            ReadAudit audit) {
        this.assessments = assessments;
        this.recording = recording;
        this.access = access;
        this.audit = audit;
    }

    record PartRequest(
            @Nullable UUID id,
            @Nullable LocalDate on,
            @NotNull AssessmentPart part) {}

    /**
     * @param lacking parts that the current round still needs
     * @param topicsOpen what the policy wants spoken of and nobody has
     * @param pairs test scores before and after
     */
    record AssessmentView(
            String participant,
            int round,
            List<AssessmentPart.Kind> partsDone,
            List<AssessmentPart.Kind> lacking,
            @Nullable LocalDate completedOn,
            List<AssessmentPart.Topic> topicsOpen,
            List<Assessment.Pair> pairs,
            List<Assessment.Recorded> parts) {}

    @GetMapping
    ResponseEntity<Object> assessment(@PathVariable UUID id, Caller caller) {
        access.requireRead(caller, id.toString());
        audit.read(caller, id.toString(), WHAT);
        return assessments
                .find(id.toString())
                .map(stored -> Answers.found(stored, AssessmentController::view))
                .orElseThrow(() -> ProblemException.notFound(WHAT, id.toString()));
    }

    @PostMapping("/parts")
    ResponseEntity<Object> part(
            @PathVariable UUID id, @Valid @RequestBody PartRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        UUID own = asked.id() == null ? Command.derived("assessment-part", command.id()) : asked.id();
        return Answers.of(
                recording.record(
                        command,
                        new RecordingAnAssessmentPart.Part(
                                own.toString(), id.toString(), asked.part(), asked.on(), caller.id())),
                WHAT,
                AssessmentController::view);
    }

    private static Object view(Stored<Assessment> stored) {
        Assessment a = stored.state();
        return new AssessmentView(
                a.participant(),
                a.round(),
                List.copyOf(a.done()),
                a.lacking(),
                a.completedOn(),
                a.topicsOpen(),
                a.pairs(),
                a.parts());
    }
}
