package org.throughcare.participant.enrolment.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Evidence;

/** What enrolment wants to know of a signed note. */
record NoteCopy(
        @Nullable String participant,
        @Nullable String kind,
        @Nullable String counts,
        @Nullable Instant occurredAt,
        @Nullable String service) {

    /** An attempt, or a talk among staff, is no proof that anything was given. */
    Optional<Evidence> proof(String id, ZoneId zone) {
        Instant at = occurredAt;
        boolean nothingGiven = "ATTEMPT".equals(counts) || "ATTEMPT".equals(kind) || "STAFF_CHECK_IN".equals(kind);
        return at == null || service == null || nothingGiven
                ? Optional.empty()
                : Optional.of(new Evidence(id, Evidence.Kind.NOTE, LocalDate.ofInstant(at, zone)));
    }
}
