package org.throughcare.participant.identity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.contact.Contact;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.identity.PriorityGround;
import org.throughcare.participant.identity.Supervision;
import org.throughcare.participant.identity.Unsettled;

/**
 * A participant as those with a right to the case see them, numbers and date of birth apart.
 *
 * @param callOrder ids of the contacts in the order in which they are tried today (L9)
 * @param mergedInto set when this very record is an alias
 * @param aliases other records of the same person; what was recorded under them stays there (H8)
 * @param toSettle what is open under more than one of them, or under one where nothing more is recorded; null when nothing is
 */
record ParticipantView(
        UUID id,
        String caseNumber,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        String language,
        UUID site,
        String zone,
        List<PriorityGround> priority,
        @Nullable Supervision supervision,
        List<Contact> contacts,
        ContactPlan contactPlan,
        List<UUID> callOrder,
        boolean active,
        @Nullable UUID mergedInto,
        List<UUID> aliases,
        @Nullable List<Unsettled.Matter> toSettle) {

    static ParticipantView of(Participant participant, LocalDate today) {
        return of(participant, today, List.of());
    }

    static ParticipantView of(Participant participant, LocalDate today, List<Unsettled.Matter> unsettled) {
        ParticipantSnapshot s = ParticipantSnapshot.of(participant);
        return new ParticipantView(
                s.id(),
                s.caseNumber(),
                s.givenName(),
                s.familyName(),
                s.preferredName(),
                s.language(),
                s.site(),
                s.zone(),
                participant.priority(),
                participant.supervision(),
                s.contacts(),
                participant.contactPlan(),
                participant.contactPlan().on(today).toTry().stream()
                        .map(turn -> turn.contact().id())
                        .toList(),
                s.active(),
                s.mergedInto(),
                s.aliases(),
                unsettled.isEmpty() ? null : unsettled);
    }
}
