package org.throughcare.participant.enrolment.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.enrolment.EndingAService;
import org.throughcare.participant.enrolment.PlannedGap;
import org.throughcare.participant.enrolment.PlanningAGap;
import org.throughcare.participant.enrolment.RecordingAService;
import org.throughcare.participant.enrolment.ServiceCatalogue;
import org.throughcare.participant.enrolment.ServiceCatalogues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;

@RestController
class ServicesController {

    private final RecordingAService recording;
    private final EndingAService ending;
    private final PlanningAGap planning;
    private final ServiceCatalogues catalogues;
    private final CaseAccess access;

    ServicesController(
            RecordingAService recording,
            EndingAService ending,
            PlanningAGap planning,
            ServiceCatalogues catalogues,
            CaseAccess access) {
        this.recording = recording;
        this.ending = ending;
        this.planning = planning;
        this.catalogues = catalogues;
        this.access = access;
    }

    /**
     * A service that was given.
     *
     * @param code of the programme's catalogue
     * @param from first or only day, at the site
     * @param until planned last day of a spanning service
     * @param goal the plan's open goal that it serves
     * @param appointment whose attendance can prove it
     * @param grounds why this level of service (C4)
     * @param justification why a service so near the exit (Y11)
     */
    record ServiceRequest(
            @Nullable UUID id,
            @NotNull Programme programme,
            @NotBlank @Size(max = 40) String code,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID goal,
            @Nullable UUID appointment,
            @Nullable @Size(max = 4000) String grounds,
            @Nullable @Size(max = 4000) String justification) {}

    record EndRequest(@NotNull LocalDate on) {}

    /**
     * A pause that was agreed beforehand.
     *
     * @param from first day, at the site
     * @param until last day of the estimated period
     * @param note the note that says why, for how long, and what follows
     * @param expectedServices codes of the qualifying services that follow
     */
    record GapRequest(
            @Nullable UUID id,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            PlannedGap.@NotNull Reason reason,
            @NotNull UUID note,
            @NotNull @Size(max = 20) List<@NotBlank String> expectedServices) {}

    /**
     * The services of a programme by their codes in the state's system, as in force on a day: qualifying or not, one day or spanning,
     * longest duration, evidence and fund sources (Y4, N5).
     */
    @GetMapping("/service-catalogues/{programme}")
    ServiceCatalogue catalogue(@PathVariable Programme programme, @RequestParam LocalDate on) {
        return catalogues.of(programme, on);
    }

    /**
     * A service that was given (N4), under the programme's code; days are the site's. The first qualifying one starts the
     * participation (Y2), each that is evidenced moves the exit (Y11). 422 names what is not allowable, too long, without a goal or,
     * near the end, without a justification (Y4, N5, C4); 409 names what comes first, and when participation has ended.
     */
    @PostMapping("/participants/{id}/enrolment/services")
    ResponseEntity<Object> service(
            @PathVariable UUID id, @Valid @RequestBody ServiceRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(recording.record(
                command,
                new RecordingAService.Service(
                        command.partId(asked.id(), "service").toString(),
                        id.toString(),
                        asked.programme(),
                        asked.code(),
                        asked.from(),
                        asked.until(),
                        Ids.text(asked.goal()),
                        Ids.text(asked.appointment()),
                        asked.grounds(),
                        asked.justification(),
                        caller.id())));
    }

    /**
     * The last day of a spanning service, between its first and today (422). The exit goes by the days on which it was given, not by
     * this one (Y11). 409 when it has ended.
     */
    @PostMapping("/participants/{id}/enrolment/services/{service}/end")
    ResponseEntity<Object> end(
            @PathVariable UUID id,
            @PathVariable UUID service,
            @Valid @RequestBody EndRequest asked,
            Command command,
            Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(ending.end(command, id.toString(), service.toString(), asked.on()));
    }

    /**
     * A planned gap in service, which holds the exit off (Y9): longer and shorter than policy says, for one of its reasons, with a
     * note and the qualifying services that follow (422). 409 without participation, over another gap's days, and when the
     * participation ends before it begins.
     */
    @PostMapping("/participants/{id}/enrolment/gaps")
    ResponseEntity<Object> gap(
            @PathVariable UUID id, @Valid @RequestBody GapRequest asked, Command command, Caller caller) {
        access.requireWrite(caller, id.toString());
        return EnrolmentController.answer(planning.plan(
                command,
                new PlanningAGap.Gap(
                        command.partId(asked.id(), "gap").toString(),
                        id.toString(),
                        asked.from(),
                        asked.until(),
                        asked.reason(),
                        asked.note().toString(),
                        asked.expectedServices(),
                        caller.id())));
    }
}
