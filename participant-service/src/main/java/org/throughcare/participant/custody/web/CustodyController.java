package org.throughcare.participant.custody.web;

import jakarta.validation.Valid;
import java.util.UUID;
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
import org.throughcare.participant.custody.RecordingABooking;
import org.throughcare.participant.custody.RecordingARelease;
import org.throughcare.participant.custody.RecordingAReturn;
import org.throughcare.participant.custody.RecordingCustody;
import org.throughcare.participant.custody.WithdrawingARelease;
import org.throughcare.participant.custody.WithdrawingAReturn;
import org.throughcare.participant.custody.web.CustodyRequests.BookingRequest;
import org.throughcare.participant.custody.web.CustodyRequests.CustodyRequest;
import org.throughcare.participant.custody.web.CustodyRequests.ProjectedReleaseRequest;
import org.throughcare.participant.custody.web.CustodyRequests.ReleaseRequest;
import org.throughcare.participant.custody.web.CustodyRequests.ReturnRequest;
import org.throughcare.participant.custody.web.CustodyRequests.WithdrawalRequest;
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
    private final WithdrawingARelease withdrawingARelease;
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
            WithdrawingARelease withdrawingARelease,
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
        this.withdrawingARelease = withdrawingARelease;
        this.recordingAReturn = recordingAReturn;
        this.access = access;
        this.files = files;
    }

    /**
     * The custody that a participant is met in, recorded once. 422 for days that have not come, 409 when there is a record already: what
     * is learned later is a booking, a projected release, a release or a return.
     */
    @PutMapping
    ResponseEntity<Object> record(
            @PathVariable UUID participant, @Valid @RequestBody CustodyRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingCustody.record(command, asked.about(participant)), caller);
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

    /**
     * The jail's number for the stay that is open, or the grounds on which the person is held (L10); what is left out stays as
     * it was. 409 while the person is not held.
     */
    @PostMapping("/booking")
    ResponseEntity<Object> book(
            @PathVariable UUID participant, @Valid @RequestBody BookingRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingABooking.record(command, asked.about(participant)), caller);
    }

    /**
     * The projected release date came, moved or became unknown (L10, L15); every appointment, handover and referral that goes by it is
     * planned anew. A day at the site, not in the past (422); 409 once the person is out.
     */
    @PostMapping("/projected-release")
    ResponseEntity<Object> changeProjectedRelease(
            @PathVariable UUID participant,
            @Valid @RequestBody ProjectedReleaseRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(changingTheDate.change(command, participant, asked.date(), asked.source()), caller);
    }

    /**
     * The person left the jail (L15): as planned, by surprise, in passing, or for another facility. A day at the site between the
     * stay's first and today (422). What follows is brought about at once; what could not be taken back waits the settling time that the
     * policy sets.
     */
    @PostMapping("/releases")
    ResponseEntity<Object> release(
            @PathVariable UUID participant, @Valid @RequestBody ReleaseRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingARelease.record(command, asked.about(participant)), caller);
    }

    /**
     * A release that was a mistake is taken back, and so is all that it brought about (L15). Within the settling time without more ado,
     * after it with a reason (422). May be told of before the release is: that one then changes nothing.
     */
    @PostMapping("/releases/{release}/withdrawal")
    ResponseEntity<Object> withdraw(
            @PathVariable UUID participant,
            @PathVariable UUID release,
            @Valid @RequestBody WithdrawalRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(withdrawingARelease.withdraw(command, participant, release, asked.said()), caller);
    }

    /**
     * The person is held again (L15): after a release, for which the facility is asked (422), or back from court, hospital or a temporary
     * absence. A day at the site between that release and today (422); 409 when there is none to return from.
     */
    @PostMapping("/returns")
    ResponseEntity<Object> recordReturn(
            @PathVariable UUID participant, @Valid @RequestBody ReturnRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, participant.toString());
        return answer(recordingAReturn.record(command, asked.about(participant)), caller);
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
        return answer(withdrawingAReturn.withdraw(command, participant, returned, asked.said()), caller);
    }

    private ResponseEntity<Object> answer(Result<Custody> result, Caller caller) {
        return Answers.of(result, "custody record", stored -> view(stored.state(), caller));
    }

    private CustodyView view(Custody custody, Caller caller) {
        return CustodyView.of(
                custody, kept -> caller.is(Role.MONITOR) ? null : numbers.open(custody.participant(), kept));
    }
}
