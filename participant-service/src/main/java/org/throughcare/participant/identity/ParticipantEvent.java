package org.throughcare.participant.identity;

import java.util.UUID;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a participant's record. */
public sealed interface ParticipantEvent extends Happened {

    record IntakeCompleted(UUID site, String caseNumber) implements ParticipantEvent {}

    record IdentityChanged() implements ParticipantEvent {}

    record ContactPlanChanged() implements ParticipantEvent {}

    record SupervisionChanged(boolean supervised) implements ParticipantEvent {}

    record ParticipantMoved(UUID from, UUID to) implements ParticipantEvent {}

    /** This record stands for another from now on, once that one says so too. */
    record AliasTaken(UUID alias) implements ParticipantEvent {}

    record AliasGivenBack(UUID alias) implements ParticipantEvent {}

    /** This record is an alias of another from now on. */
    record ParticipantMerged(UUID into) implements ParticipantEvent {}

    record MergeUndone(UUID from) implements ParticipantEvent {}
}
