package org.throughcare.participant.enrolment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.CheckingRetention;
import org.throughcare.participant.enrolment.EndingAParticipation;
import org.throughcare.participant.enrolment.Exit;
import org.throughcare.participant.enrolment.FamilyType;
import org.throughcare.participant.enrolment.FollowUp;
import org.throughcare.participant.enrolment.Pay;
import org.throughcare.participant.enrolment.Placement;
import org.throughcare.participant.enrolment.RecordingAFollowUp;
import org.throughcare.participant.enrolment.RecordingAPlacement;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;

@RestController
@RequestMapping("/participants/{id}/enrolment")
class OutcomesController {

    private final EndingAParticipation ending;
    private final RecordingAPlacement placing;
    private final CheckingRetention checking;
    private final RecordingAFollowUp followingUp;
    private final CaseAccess access;

    OutcomesController(
            EndingAParticipation ending,
            RecordingAPlacement placing,
            CheckingRetention checking,
            RecordingAFollowUp followingUp,
            CaseAccess access) {
        this.ending = ending;
        this.placing = placing;
        this.checking = checking;
        this.followingUp = followingUp;
        this.access = access;
    }

    /** See {@link EndingAParticipation.ExitDecision}. */
    record ExitRequest(
            Exit.@NotNull Kind kind,
            @NotBlank @Size(max = 4000) String reason,
            @Nullable UUID note,
            @Nullable @Size(max = 400) String document,
            @Nullable LocalDate since,
            @Nullable LocalDate expectedUntil,
            @Nullable Boolean returnExpected,
            @Nullable Boolean jobCorps,
            @Nullable Boolean confirmed) {}

    record PlacementRequest(
            @Nullable UUID id,
            @NotBlank @Size(max = 200) String employer,
            @Nullable @Size(max = 200) String jobTitle,
            @NotNull LocalDate startedOn,

            @NotNull @DecimalMin("0.01") @DecimalMax("9999.99") @Digits(integer = 4, fraction = 4)
            BigDecimal hourlyWage,

            @NotNull @DecimalMin("0.5") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek,

            @NotNull Boolean benefits,
            @Nullable @Size(max = 10) String onet,
            @NotNull FamilyType family) {}

    record RetentionRequest(
            @Nullable UUID id,
            @NotNull LocalDate on,
            @NotNull Boolean employed,
            @NotNull Boolean sameEmployer,

            @Nullable @DecimalMin("0.01") @DecimalMax("9999.99") @Digits(integer = 4, fraction = 4)
            BigDecimal hourlyWage,

            @Nullable @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek) {}

    record FollowUpRequest(
            @Min(1) @Max(60) int month,
            @NotNull LocalDate doneOn,
            FollowUp.@NotNull Method method,
            FollowUp.@Nullable Kind kind,
            @Nullable Boolean employed,
            @Nullable Boolean inEducation,

            @Nullable @DecimalMin("0.01") @DecimalMax("9999.99") @Digits(integer = 4, fraction = 4)
            BigDecimal hourlyWage,

            @Nullable @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek,

            @Nullable UUID note) {}

    @PostMapping("/exits")
    ResponseEntity<Object> exit(
            @PathVariable UUID id, @Valid @RequestBody ExitRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(ending.end(
                command,
                new EndingAParticipation.ExitDecision(
                        id.toString(),
                        asked.kind(),
                        asked.reason(),
                        Ids.text(asked.note()),
                        asked.document(),
                        asked.since(),
                        asked.expectedUntil(),
                        Boolean.TRUE.equals(asked.returnExpected()),
                        Boolean.TRUE.equals(asked.jobCorps()),
                        Boolean.TRUE.equals(asked.confirmed()),
                        caller.id())));
    }

    @PostMapping("/placements")
    ResponseEntity<Object> placement(
            @PathVariable UUID id, @Valid @RequestBody PlacementRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(placing.record(
                command,
                new RecordingAPlacement.Job(
                        Ids.orOf(asked.id(), command, "placement"),
                        id.toString(),
                        asked.employer(),
                        asked.jobTitle() == null ? "" : asked.jobTitle(),
                        asked.startedOn(),
                        new Pay(asked.hourlyWage(), asked.hoursPerWeek()),
                        asked.benefits(),
                        asked.onet(),
                        asked.family(),
                        caller.id())));
    }

    @PostMapping("/placements/{placement}/retention")
    ResponseEntity<Object> retention(
            @PathVariable UUID id,
            @PathVariable UUID placement,
            @Valid @RequestBody RetentionRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(checking.check(
                command,
                id.toString(),
                placement.toString(),
                new Placement.Retention(
                        Ids.orOf(asked.id(), command, "retention"),
                        asked.on(),
                        asked.employed(),
                        asked.sameEmployer(),
                        pay(asked.hourlyWage(), asked.hoursPerWeek()),
                        caller.id())));
    }

    @PostMapping("/follow-ups")
    ResponseEntity<Object> followUp(
            @PathVariable UUID id, @Valid @RequestBody FollowUpRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(followingUp.record(
                command,
                new RecordingAFollowUp.CheckIn(
                        id.toString(),
                        asked.month(),
                        asked.doneOn(),
                        asked.method(),
                        asked.kind(),
                        asked.employed(),
                        asked.inEducation(),
                        pay(asked.hourlyWage(), asked.hoursPerWeek()),
                        Ids.text(asked.note()),
                        caller.id())));
    }

    private static @Nullable Pay pay(@Nullable BigDecimal wage, @Nullable BigDecimal hours) {
        return wage == null || hours == null ? null : new Pay(wage, hours);
    }
}
