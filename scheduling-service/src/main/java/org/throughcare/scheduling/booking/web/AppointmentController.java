package org.throughcare.scheduling.booking.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentSnapshot;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.worker.WorkerAccess;

@RestController
class AppointmentController {

    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final WorkerAccess ownWork;
    private final Aggregates<Appointment> appointments;
    private final Diary diary;
    private final BookingAnAppointment booking;
    private final MovingAnAppointment moving;
    private final CancellingAnAppointment cancelling;
    private final RecordingAttendance attendance;
    private final PlanningRules rules;
    private final CaseAccess access;
    private final ReadAudit audit;
    private final BusinessClock clock;

    AppointmentController(
            Aggregates<Appointment> appointments,
            Diary diary,
            BookingAnAppointment booking,
            MovingAnAppointment moving,
            CancellingAnAppointment cancelling,
            RecordingAttendance attendance,
            PlanningRules rules,
            CaseAccess access,
            ReadAudit audit,
            BusinessClock clock,
            WorkerAccess ownWork) {
        this.ownWork = ownWork;
        this.appointments = appointments;
        this.diary = diary;
        this.booking = booking;
        this.moving = moving;
        this.cancelling = cancelling;
        this.attendance = attendance;
        this.rules = rules;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What may be booked by hand; groups and drop-ins come about in their own ways. */
    enum BookableKind {
        ONE_ON_ONE,
        INTRODUCTION,
        FIRST_MEETING,
        FOLLOW_UP
    }

    record BookingRequest(
            @NotNull UUID participant,
            @NotNull UUID worker,
            @NotNull Instant start,
            @NotNull Instant end,
            @Nullable UUID site,
            @Nullable UUID place,
            @Nullable @Size(max = 100) String room,
            @NotNull Setting setting,
            @NotNull BookableKind kind) {}

    /**
     * An appointment is booked, in the zone of its place. 422 for a worker, site or place that does not fit, and for a jail where the
     * worker is not cleared (L12); 409 when the worker, the participant or the room is taken, the participant works
     * or reports to their officer then (L8, L14), or is on the other side of the wall.
     */
    @PutMapping("/appointments/{id}")
    ResponseEntity<Object> book(
            @PathVariable UUID id, @Valid @RequestBody BookingRequest asked, Command command, Caller caller) {
        String participant = asked.participant().toString();
        access.requireWrite(caller, participant);
        Window window = window(
                asked.worker(),
                asked.start(),
                asked.end(),
                asked.site(),
                asked.place(),
                asked.room(),
                asked.setting(),
                participant);
        return answer(booking.book(new BookingAnAppointment.Booking(
                command,
                id.toString(),
                participant,
                null,
                Appointment.Kind.valueOf(asked.kind().name()),
                window,
                null)));
    }

    /** One appointment, with the zone of its place. */
    @GetMapping("/appointments/{id}")
    ResponseEntity<Object> appointment(@PathVariable UUID id, Caller caller) {
        Stored<Appointment> found = find(id);
        String participant = found.state().participant();
        if (participant == null) {
            WorkerAccess.requireStaff(caller);
        } else {
            access.requireRead(caller, participant);
            audit.read(caller, participant, "appointment");
        }
        return Answers.found(found, AppointmentController::view);
    }

    /** What is left out stays as it is. */
    record MoveRequest(
            @NotNull Instant start,
            @NotNull Instant end,
            @Nullable UUID worker,
            @Nullable UUID site,
            @Nullable UUID place,
            @Nullable @Size(max = 100) String room,
            @Nullable Setting setting) {}

    /**
     * The appointment is moved to another time, worker or place; what is left out stays as it is. Refused as booking is; 409 when it
     * is over or cancelled.
     */
    @PostMapping("/appointments/{id}/move")
    ResponseEntity<Object> move(
            @PathVariable UUID id, @Valid @RequestBody MoveRequest asked, Command command, Caller caller) {
        Appointment appointment = writable(id, caller);
        Window was = appointment.when();
        boolean samePlace = asked.site() == null && asked.place() == null && asked.setting() == null;
        UUID site = asked.site() != null ? asked.site() : uuid(was.site());
        boolean sameSite = asked.site() == null || asked.site().toString().equals(was.site());
        boolean sameSetting = asked.setting() == null || asked.setting() == was.setting();
        UUID place = asked.place() == null && sameSite && sameSetting ? uuid(was.place()) : asked.place();
        Window to = samePlace
                ? new Window(
                        asked.worker() == null ? was.worker() : asked.worker().toString(),
                        asked.start(),
                        asked.end(),
                        was.zone(),
                        was.site(),
                        was.place(),
                        asked.room() == null ? was.room() : asked.room(),
                        was.setting())
                : window(
                        asked.worker() == null ? UUID.fromString(was.worker()) : asked.worker(),
                        asked.start(),
                        asked.end(),
                        site,
                        place,
                        asked.room() == null && place != null && place.equals(uuid(was.place()))
                                ? was.room()
                                : asked.room(),
                        asked.setting() == null ? was.setting() : asked.setting(),
                        appointment.participant());
        return answer(moving.move(new MovingAnAppointment.Move(command, id.toString(), to)));
    }

    record CancellationRequest(@NotBlank @Size(max = 500) String reason) {}

    /** The appointment is cancelled, with the reason; its time is free at once. */
    @PostMapping("/appointments/{id}/cancellation")
    ResponseEntity<Object> cancel(
            @PathVariable UUID id, @Valid @RequestBody CancellationRequest asked, Command command, Caller caller) {
        writable(id, caller);
        return answer(cancelling.cancel(
                new CancellingAnAppointment.Cancellation(command, id.toString(), asked.reason(), null)));
    }

    record AttendanceRequest(
            @NotNull Boolean attended,
            @Nullable @Size(max = 500) String remark) {}

    /**
     * Whether the participant came; corrected by saying it again. Attendance is evidence of a service (N4) and moves the rhythm of
     * meetings (L3). 409 before it has begun.
     */
    @PostMapping("/appointments/{id}/attendance")
    ResponseEntity<Object> attend(
            @PathVariable UUID id, @Valid @RequestBody AttendanceRequest asked, Command command, Caller caller) {
        writable(id, caller);
        return answer(attendance.record(new RecordingAttendance.Attendance(
                command, id.toString(), Boolean.TRUE.equals(asked.attended()), asked.remark())));
    }

    /**
     * The last ninety days and all that is ahead, unless said otherwise. Of a person with several ids the same list whichever is
     * named; each appointment has the id under which it was made (H8).
     */
    @GetMapping("/participants/{participant}/appointments")
    List<AppointmentSnapshot> ofParticipant(
            @PathVariable UUID participant,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Caller caller) {
        List<String> ids = access.requireReadOfPerson(caller, participant.toString());
        ids.forEach(each -> audit.read(caller, each, "appointments"));
        return views(diary.under(ids, since(from), until(to)));
    }

    /** The last ninety days and all that is ahead, unless said otherwise. */
    @GetMapping("/workers/{worker}/appointments")
    List<AppointmentSnapshot> ofWorker(
            @PathVariable UUID worker,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            Caller caller) {
        ownWork.require(caller, worker.toString());
        return views(diary.ofWorker(worker.toString(), since(from), until(to)));
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }

    private Instant since(@Nullable Instant from) {
        return from == null ? clock.now().minus(BACK) : from;
    }

    private Instant until(@Nullable Instant to) {
        return to == null ? clock.now().plus(AHEAD) : to;
    }

    private Appointment writable(UUID id, Caller caller) {
        Appointment appointment = find(id).state();
        String participant = appointment.participant();
        if (participant == null) {
            ownWork.require(caller, appointment.when().worker());
        } else {
            access.requireWrite(caller, participant);
        }
        return appointment;
    }

    private Stored<Appointment> find(UUID id) {
        return appointments
                .find(id.toString())
                .orElseThrow(() -> ProblemException.notFound("appointment", id.toString()));
    }

    private Window window(
            UUID worker,
            Instant start,
            Instant end,
            @Nullable UUID site,
            @Nullable UUID place,
            @Nullable String room,
            Setting setting,
            @Nullable String participant) {
        @Nullable String siteId = site == null ? null : site.toString();
        return new Window(
                worker.toString(),
                start,
                end,
                rules.zoneOf(siteId, participant),
                siteId,
                place == null ? null : place.toString(),
                room,
                setting);
    }

    private static List<AppointmentSnapshot> views(List<Stored<Appointment>> found) {
        return found.stream().map(a -> AppointmentSnapshot.of(a.state())).toList();
    }

    private static Object view(Stored<Appointment> stored) {
        return AppointmentSnapshot.of(stored.state());
    }

    private static ResponseEntity<Object> answer(Result<Appointment> result) {
        return Answers.of(result, "appointment", AppointmentController::view);
    }
}
