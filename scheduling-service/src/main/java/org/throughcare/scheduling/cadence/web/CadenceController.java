package org.throughcare.scheduling.cadence.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.cadence.Adjustment;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.known.Known;

@RestController
@RequestMapping("/participants/{participant}/cadence")
class CadenceController {

    private final Aggregates<Cadence> cadences;
    private final Known known;
    private final KeepingTheCadence keeping;
    private final CaseAccess access;
    private final ReadAudit audit;

    CadenceController(
            Aggregates<Cadence> cadences, Known known, KeepingTheCadence keeping, CaseAccess access, ReadAudit audit) {
        this.cadences = cadences;
        this.known = known;
        this.keeping = keeping;
        this.access = access;
        this.audit = audit;
    }

    /**
     * The one rhythm of the person, whichever of their ids is named (H8); to whom only an alias is open, what is kept under that.
     */
    @GetMapping
    ResponseEntity<Object> cadence(@PathVariable UUID participant, Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        String keeper = known.keeperOf(participant.toString());
        String whose = ids.contains(keeper) ? keeper : participant.toString();
        audit.read(caller, whose, "cadence");
        return cadences.find(whose)
                .map(stored -> Answers.found(stored, s -> CadenceView.of(s.state())))
                .orElseThrow(() -> ProblemException.notFound("cadence of participant", participant.toString()));
    }

    /** @param everyDays for WIDEN only */
    record AdjustmentRequest(
            @NotNull Adjustment.Kind kind,
            @Nullable @Min(1) @Max(366) Integer everyDays,
            @NotBlank @Size(max = 500) String reason) {}

    /** A worker holds or widens a step of the rhythm, or goes back to it, with a reason (L11). */
    @PostMapping
    ResponseEntity<Object> adjust(
            @PathVariable UUID participant,
            @Valid @RequestBody AdjustmentRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return Answers.of(
                keeping.adjust(
                        command, participant.toString(), asked.kind(), asked.everyDays(), asked.reason(), caller.id()),
                "cadence",
                s -> CadenceView.of(s.state()));
    }
}
