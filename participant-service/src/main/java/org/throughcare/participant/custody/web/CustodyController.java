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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.custody.BookingNumbers;
import org.throughcare.participant.custody.ChangingTheProjectedRelease;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.DateSource;
import org.throughcare.participant.custody.LegalStatus;
import org.throughcare.participant.custody.RecordingABooking;
import org.throughcare.participant.custody.RecordingARelease;
import org.throughcare.participant.custody.RecordingAReturn;
import org.throughcare.participant.custody.RecordingCustody;
import org.throughcare.participant.custody.ReleaseKind;
import org.throughcare.participant.custody.WithdrawingARelease;
import org.throughcare.participant.custody.WithdrawingAReturn;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;

@RestController
@RequestMapping("/participants/{participant}/custody")
class CustodyController {

    private final Aggregates<Custody> custodies;
    private final BookingNumbers numbers;
    private final RecordingABooking recordingABooking;
    private final WithdrawingAReturn withdrawingAReturn;
    private final RecordingCustody recordingCustody;
    private final ChangingTheProjectedRelease changingTheDate;
    private final RecordingARelease recordingARelease;
    private final WithdrawingARelease withdrawing;
    private final RecordingAReturn recordingAReturn;
    private final CaseAccess access;
    private final PersonFiles files;

    CustodyController(
            Aggregates<Custody> custodies,
            BookingNumbers numbers,
            RecordingABooking recordingABooking,
            WithdrawingAReturn withdrawingAReturn,
            RecordingCustody recordingCustody,
            ChangingTheProjectedRelease changingTheDate,
            RecordingARelease recordingARelease,
            WithdrawingARelease withdrawing,
            RecordingAReturn recordingAReturn,
            CaseAccess access,
            PersonFiles files) {
        this.custodies = custodies;
        this.numbers = numbers;
        this.recordingABooking = recordingABooking;
        this.withdrawingAReturn = withdrawingAReturn;
        this.recordingCustody = recordingCustody;
        this.changingTheDate = changingTheDate;
        this.recordingARelease = recordingARelease;
        this.withdrawing = withdrawing;
        this.recordingAReturn = recordingAReturn;
        this.access = access;
        this.files = files;
    }

    /** @param legalStatusSince from {@code since} on when left out */
    record CustodyRequest(
            @NotBlank @Size(max = 200) String facility,
            @NotNull LocalDate since,
            @Nullable @Size(max = 40) String bookingNumber,
            @Nullable LegalStatus legalStatus,
            @Nullable LocalDate legalStatusSince,
            @Nullable LocalDate projectedRelease,
            @Nullable DateSource source) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "CustodyRequest[" + facility + "]";
        }
    }

    @PutMapping
    ResponseEntity<Object> record(
            @PathVariable UUID participant, @Valid @RequestBody CustodyRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(
                recordingCustody.record(
                        command,
                        new RecordingCustody.Asked(
                                participant,
                                asked.facility(),
                                asked.since(),
                                asked.bookingNumber(),
                                asked.legalStatus(),
                                asked.legalStatusSince(),
                                asked.projectedRelease(),
                                asked.source())),
                caller);
    }

    /**
     * The person's custody, whichever of their ids is named (H8): the survivor's, or an alias's where the survivor has none; those
     * under their other ids stand in {@code underAliases}.
     *
     * @param own true for the custody under this very id, alias or not
     */
    @GetMapping
    ResponseEntity<Object> custody(
            @PathVariable UUID participant, @RequestParam(defaultValue = "false") boolean own, Caller caller) {
        return PersonFiles.answer(
                custodies,
                files.open(participant, own, "custody", caller),
                "custody record of participant",
                stored -> view(stored.state(), caller));
    }

    /** @param legalStatusSince today at the site when left out */
    record BookingRequest(
            @Nullable @Size(max = 40) String bookingNumber,
            @Nullable LegalStatus legalStatus,
            @Nullable LocalDate legalStatusSince) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "BookingRequest[" + legalStatus + "]";
        }
    }

    /**
     * The jail's number for the stay that is open, or the grounds on which the person is held (L10); what is left out stays as
     * it was. 409 while the person is not held.
     */
    @PostMapping("/booking")
    ResponseEntity<Object> book(
            @PathVariable UUID participant, @Valid @RequestBody BookingRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(
                recordingABooking.record(
                        command,
                        new RecordingABooking.Asked(
                                participant, asked.bookingNumber(), asked.legalStatus(), asked.legalStatusSince())),
                caller);
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
        return answer(changingTheDate.change(command, participant, asked.date(), asked.source()), caller);
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
        return answer(
                recordingARelease.record(
                        command,
                        new RecordingARelease.Asked(
                                participant, asked.id(), asked.on(), asked.kind(), asked.toFacility())),
                caller);
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
        return answer(withdrawing.withdraw(command, participant, release, reason == null ? "" : reason), caller);
    }

    record ReturnRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @Nullable @Size(max = 200) String facility,
            @Nullable @Size(max = 40) String bookingNumber,
            @Nullable LegalStatus legalStatus) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "ReturnRequest[" + id + "]";
        }
    }

    @PostMapping("/returns")
    ResponseEntity<Object> comeBack(
            @PathVariable UUID participant, @Valid @RequestBody ReturnRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(
                recordingAReturn.record(
                        command,
                        new RecordingAReturn.Asked(
                                participant,
                                asked.id(),
                                asked.on(),
                                asked.facility(),
                                asked.bookingNumber(),
                                asked.legalStatus())),
                caller);
    }

    /**
     * A return recorded by mistake is taken back: the release that it ended stands again, and all that follows from it (L15).
     * 422 without a reason, 409 when something was recorded after it.
     */
    @PostMapping("/returns/{returned}/withdrawal")
    ResponseEntity<Object> withdrawReturn(
            @PathVariable UUID participant,
            @PathVariable UUID returned,
            @Valid @RequestBody WithdrawalRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        String reason = asked.reason();
        return answer(
                withdrawingAReturn.withdraw(command, participant, returned, reason == null ? "" : reason), caller);
    }

    private ResponseEntity<Object> answer(Result<Custody> result, Caller caller) {
        return Answers.of(result, "custody record", stored -> view(stored.state(), caller));
    }

    private CustodyView view(Custody custody, Caller caller) {
        return CustodyView.of(
                custody, kept -> caller.is(Role.MONITOR) ? null : numbers.open(custody.participant(), kept));
    }
}
