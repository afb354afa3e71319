package org.throughcare.scheduling.departure.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.scheduling.booking.AppointmentSnapshot;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.departure.BookedAfterLeaving;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.worker.WorkerAccess;

@RestController
class DepartureController {

    private final BookedAfterLeaving booked;
    private final WorkerAccess ownWork;

    DepartureController(BookedAfterLeaving booked, WorkerAccess ownWork) {
        this.booked = booked;
        this.ownWork = ownWork;
    }

    /**
     * @param lastDay of a departure that is planned or past, worked in full; absent while none is known
     * @param appointments that are booked after it
     */
    record DepartureView(@Nullable LocalDate lastDay, List<AppointmentSnapshot> appointments) {}

    /**
     * What is booked with a worker after their last day (L12), sessions of groups included, in order of time. A day is that of the
     * place of the meeting. 404 when there is no such staff member.
     */
    @GetMapping("/workers/{worker}/departure")
    DepartureView departure(@PathVariable UUID worker, Caller caller) {
        ownWork.require(caller, worker.toString());
        return booked.by(worker.toString())
                .map(left -> new DepartureView(
                        left.lastDay(),
                        left.appointments().stream()
                                .map(AppointmentSnapshot::of)
                                .toList()))
                .orElseThrow(() -> ProblemException.notFound("staff member", worker.toString()));
    }

    @Configuration(proxyBeanMethods = false)
    static class DepartureParts {

        @Bean
        BookedAfterLeaving bookedAfterLeaving(Known known, Diary diary, BusinessClock clock) {
            return new BookedAfterLeaving(known, diary, clock::now);
        }
    }
}
