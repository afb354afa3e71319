package org.throughcare.participant.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.contact.BusyTime;
import org.throughcare.participant.contact.Contact;

/**
 * A participant as the other services know them: never with a date of birth or a number that identifies them elsewhere.
 *
 * @param priorityOfService comes first in queues and waitlists (Y1)
 * @param participantAvailability when the participant cannot be met
 * @param supervised under formal supervision; by whom is asked of this service
 */
public record ParticipantSnapshot(
        UUID id,
        String caseNumber,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        String language,
        UUID site,
        String zone,
        boolean priorityOfService,
        boolean supervised,
        List<Contact> contacts,
        List<BusyTime> participantAvailability,
        boolean active,
        @Nullable UUID mergedInto) {

    public static ParticipantSnapshot of(Participant participant) {
        return new ParticipantSnapshot(
                participant.id(),
                participant.caseNumber(),
                participant.name().given(),
                participant.name().family(),
                participant.name().preferred(),
                participant.language(),
                participant.site(),
                participant.zone().getId(),
                !participant.priority().isEmpty(),
                participant.supervision() != null,
                participant.contactPlan().contacts(),
                participant.contactPlan().busy(),
                participant.active(),
                participant.mergedInto());
    }
}
