package org.throughcare.participant.custody.web;

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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.custody.ChangingTheProjectedRelease;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.DateSource;
import org.throughcare.participant.custody.RecordingARelease;
import org.throughcare.participant.custody.RecordingAReturn;
import org.throughcare.participant.custody.RecordingCustody;
import org.throughcare.participant.custody.ReleaseKind;
import org.throughcare.participant.custody.WithdrawingARelease;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/participants/{participant}/custody")
class CustodyController {

    private final Aggregates<Custody> custodies;
    private final RecordingCustody recordingCustody;
    private final ChangingTheProjectedRelease changingTheDate;
    private final RecordingARelease recordingARelease;
    private final WithdrawingARelease withdrawing;
    private final RecordingAReturn recordingAReturn;
    private final CaseAccess access;
    private final ReadAudit audit;

    CustodyController(
            Aggregates<Custody> custodies,
            RecordingCustody recordingCustody,
            ChangingTheProjectedRelease changingTheDate,
            RecordingARelease recordingARelease,
            WithdrawingARelease withdrawing,
            RecordingAReturn recordingAReturn,
            CaseAccess access,
            ReadAudit audit) {
        this.custodies = custodies;
        this.recordingCustody = recordingCustody;
        this.changingTheDate = changingTheDate;
        this.recordingARelease = recordingARelease;
        this.withdrawing = withdrawing;
        this.recordingAReturn = recordingAReturn;
        this.access = access;
        this.audit = audit;
    }

    record CustodyRequest(
            @NotBlank @Size(max = 200) String facility,
            @NotNull LocalDate since,
            @Nullable LocalDate projectedRelease,
            @Nullable DateSource source) {}

    @PutMapping
    ResponseEntity<Object> record(
            @PathVariable UUID participant, @Valid @RequestBody CustodyRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingCustody.record(
                command,
                new RecordingCustody.Asked(
                        participant, asked.facility(), asked.since(), asked.projectedRelease(), asked.source())));
    }

    @GetMapping
    ResponseEntity<Object> custody(@PathVariable UUID participant, Caller caller) {
        access.requireRead(caller, participant.toString());
        audit.read(caller, participant.toString(), "custody");
        return custodies
                .find(participant.toString())
                .map(stored -> Answers.found(stored, s -> CustodyView.of(s.state())))
                .orElseThrow(() -> ProblemException.notFound("custody record of participant", participant.toString()));
    }

    /** @param date left out when the date became unknown */
    record ProjectedReleaseRequest(
            @Nullable LocalDate date, @NotNull DateSource source) {}

    @PostMapping("/projected-release")
    ResponseEntity<Object> changeProjectedRelease(
            @PathVariable UUID participant,
            @Valid @RequestBody ProjectedReleaseRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(changingTheDate.change(command, participant, asked.date(), asked.source()));
    }

    record ReleaseRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @NotNull ReleaseKind kind,
            @Nullable @Size(max = 200) String toFacility) {}

    @PostMapping("/releases")
    ResponseEntity<Object> release(
            @PathVariable UUID participant, @Valid @RequestBody ReleaseRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingARelease.record(
                command,
                new RecordingARelease.Asked(participant, asked.id(), asked.on(), asked.kind(), asked.toFacility())));
    }

    record WithdrawalRequest(@Nullable @Size(max = 500) String reason) {}

    @PostMapping("/releases/{release}/withdrawal")
    ResponseEntity<Object> withdraw(
            @PathVariable UUID participant,
            @PathVariable UUID release,
            @Valid @RequestBody WithdrawalRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        String reason = asked.reason();
        return answer(withdrawing.withdraw(command, participant, release, reason == null ? "" : reason));
    }

    record ReturnRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @Nullable @Size(max = 200) String facility) {}

    @PostMapping("/returns")
    ResponseEntity<Object> comeBack(
            @PathVariable UUID participant, @Valid @RequestBody ReturnRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingAReturn.record(
                command, new RecordingAReturn.Asked(participant, asked.id(), asked.on(), asked.facility())));
    }

    private static ResponseEntity<Object> answer(Result<Custody> result) {
        return Answers.of(result, "custody record", stored -> CustodyView.of(stored.state()));
    }
}
