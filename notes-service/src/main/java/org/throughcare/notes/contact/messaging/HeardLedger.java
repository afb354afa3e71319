package org.throughcare.notes.contact.messaging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** This service's own ledger, as announced and heard again. */
public record HeardLedger(
        String id,
        String participant,
        @Nullable String site,
        String zone,
        int year,
        @Nullable LocalDate lastContactOn,
        @Nullable LocalDate lastAttemptOn,
        @Nullable LocalDate nextDueOn,
        @Nullable LocalDate lapseSince,
        boolean closed) {}
