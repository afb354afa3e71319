package org.throughcare.participant.policy;

import java.time.LocalDate;
import java.util.UUID;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a programme policy. */
public sealed interface ProgrammePolicyEvent extends Happened {

    record PolicyPublished(int version, LocalDate effectiveFrom) implements ProgrammePolicyEvent {}

    record PolicyAcknowledged(UUID staff, int version) implements ProgrammePolicyEvent {}
}
