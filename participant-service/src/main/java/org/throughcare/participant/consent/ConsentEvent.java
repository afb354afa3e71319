package org.throughcare.participant.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a release of information. */
public sealed interface ConsentEvent extends Happened {

    record ConsentSigned(UUID recipient, LocalDate on) implements ConsentEvent {}

    record ConsentRevoked(UUID recipient, LocalDate on) implements ConsentEvent {}

    record ConsentExpired(UUID recipient, LocalDate after) implements ConsentEvent {}
}
