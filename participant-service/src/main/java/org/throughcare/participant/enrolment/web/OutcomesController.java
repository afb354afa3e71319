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

    /**
     * Why the participation ends by a decision of staff.
     *
     * @param reason with, for what is expected, the basis of the expectation
     * @param note the note that an exemption needs (N7)
     * @param document name or reference of the documentation that an exemption needs
     * @param since first day of what makes taking part impossible
     * @param expectedUntil its expected end
     * @param returnExpected the person returns and a later service is planned: then it is a planned gap and no exit (Y9)
     * @param jobCorps the residential programme is Job Corps, which ends nothing
     * @param confirmed custody ends the participation, asked again
     */
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

    /**
     * A job that was found.
     *
     * @param startedOn first day of employment, at the site
     * @param hourlyWage in dollars
     * @param onet occupation code, if known
     * @param family by which self-sufficiency is worked out
     */
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

    /**
     * Whether a job lasts.
     *
     * @param on day at the site
     * @param hourlyWage in dollars, with the hours or not at all
     */
    record RetentionRequest(
            @Nullable UUID id,
            @NotNull LocalDate on,
            @NotNull Boolean employed,
            @NotNull Boolean sameEmployer,

            @Nullable @DecimalMin("0.01") @DecimalMax("9999.99") @Digits(integer = 4, fraction = 4)
            BigDecimal hourlyWage,

            @Nullable @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek) {}

    /**
     * A check-in after the exit.
     *
     * @param month months after the exit
     * @param doneOn day at the site
     * @param hourlyWage in dollars, with the hours or not at all
     * @param note the note that tells of it
     */
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

    /**
     * Staff end the participation, for a reason that policy knows (N7) or for employment (N8); it is dated to the last service that
     * was given. 422 for a missing note, document, day or basis of what is expected; 409 where there is no participation, where
     * somebody who returns is a planned gap (Y9), and for custody that only a confirmation ends.
     */
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

    /**
     * A job, with its wage in dollars an hour and its hours a week (C3). Whether it makes the family self-sufficient is worked out by
     * the standard of that day. Ends the participation where policy says that employment does (N8). 409 before there is a
     * participation.
     */
    @PostMapping("/placements")
    ResponseEntity<Object> placement(
            @PathVariable UUID id, @Valid @RequestBody PlacementRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(placing.record(
                command,
                new RecordingAPlacement.Job(
                        command.partId(asked.id(), "placement").toString(),
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

    /**
     * Whether the job lasts, on a day at the site (C3). 422 for a day before it began or that has not come, 409 for a job that is not
     * on record.
     */
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
                        command.partId(asked.id(), "retention").toString(),
                        asked.on(),
                        asked.employed(),
                        asked.sameEmployer(),
                        pay(asked.hourlyWage(), asked.hoursPerWeek()),
                        caller.id())));
    }

    /**
     * A check-in after the exit (Y12, N8, N9), made on a day at the site between the exit and today (422), by a method that a
     * programme accepts (422). 409 before there is an exit, and for a month that was done.
     */
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
