package org.throughcare.participant.identity;

import java.time.LocalDate;
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
 * @param supervision since when, and when the person reports (L14), for whoever plans around it; null when there is none
 * @param mergedInto this record is an alias of that one: what is known of either is known of one person, and nothing is
 *     re-keyed (H8)
 * @param aliases records that this one stands for; each says itself, by its {@code mergedInto}, whether that is so by now
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
        @Nullable UUID mergedInto,
        @Nullable Supervised supervision,
        List<UUID> aliases) {

    /**
     * @param recipient the agency, as a release of information that may be asked about names it
     * @param until last day, when known
     */
    public record Supervised(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID recipient,
            List<Supervision.Reporting> reporting) {

        static @Nullable Supervised of(@Nullable Supervision by) {
            return by == null ? null : new Supervised(by.from(), by.until(), by.recipient(), by.reporting());
        }
    }

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
                participant.mergedInto(),
                Supervised.of(participant.supervision()),
                participant.aliases());
    }
}
