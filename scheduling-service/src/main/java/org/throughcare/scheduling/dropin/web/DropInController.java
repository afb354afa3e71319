package org.throughcare.scheduling.dropin.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentSnapshot;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.dropin.TakingADropIn;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.worker.WorkerAccess;

/** L16: any member of staff may take a drop-in, on the case's team or not; that they did is on the audit record. */
@RestController
class DropInController {

    private final TakingADropIn taking;
    private final ReadAudit audit;

    DropInController(TakingADropIn taking, ReadAudit audit) {
        this.taking = taking;
        this.audit = audit;
    }

    /**
     * @param participant the id, or leave it out and give the case number
     * @param setting VIRTUAL for a call
     */
    record DropInRequest(
            @Nullable UUID id,
            @Nullable UUID participant,
            @Nullable @Size(max = 40) String caseNumber,
            @NotNull Setting setting,
            @Nullable UUID site,
            @Nullable UUID place) {}

    /**
     * A participant came or called without an appointment (L16); whoever takes it, it is linked to the case. By the participant's id
     * or by the number that people say on the phone. 404 when nobody has either.
     */
    @PostMapping("/drop-ins")
    ResponseEntity<Object> take(@Valid @RequestBody DropInRequest asked, Command command, Caller caller) {
        WorkerAccess.requireStaff(caller);
        UUID id = asked.id() == null ? Command.derived("drop-in", caller.id(), command.id()) : asked.id();
        return Answers.of(
                taking.take(new TakingADropIn.DropIn(
                        command,
                        id.toString(),
                        text(asked.participant()),
                        asked.caseNumber(),
                        caller.id(),
                        asked.setting(),
                        text(asked.site()),
                        text(asked.place()))),
                "drop-in",
                stored -> {
                    String participant = stored.state().participant();
                    if (participant != null) {
                        audit.read(caller, participant, "drop-in");
                    }
                    return AppointmentSnapshot.of(stored.state());
                });
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Configuration(proxyBeanMethods = false)
    static class DropInParts {

        @Bean
        TakingADropIn takingADropIn(
                Aggregates<Appointment> appointments, Diary diary, Known known, BusinessClock clock) {
            return new TakingADropIn(appointments, diary, known, clock::now);
        }
    }
}
