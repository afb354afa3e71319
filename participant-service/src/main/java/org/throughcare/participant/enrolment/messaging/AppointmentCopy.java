package org.throughcare.participant.enrolment.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Evidence;

/** What enrolment wants to know of an appointment. */
record AppointmentCopy(
        @Nullable String participant,
        @Nullable Instant start,
        @Nullable String state) {

    Optional<Evidence> proof(String id, ZoneId zone) {
        Instant at = start;
        return at == null || !"ATTENDED".equals(state)
                ? Optional.empty()
                : Optional.of(new Evidence(id, Evidence.Kind.ATTENDANCE, LocalDate.ofInstant(at, zone)));
    }
}
