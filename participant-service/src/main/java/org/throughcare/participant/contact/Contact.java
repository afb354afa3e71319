package org.throughcare.participant.contact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a participant: their own, or through someone who knows them (L9).
 *
 * @param personName whose it is, when not the participant's own
 * @param relationship to the participant, in the participant's words
 * @param stable belongs to the one relative or friend who stays reachable
 * @param mayBeCalled the participant agreed that it is used
 * @param rank order of use, from 1; each only once
 * @param from first day on which it is valid; null when it has been all along
 * @param until last day on which it is valid; null while it is not known to end
 */
public record Contact(
        UUID id,
        Kind kind,
        String value,
        Owner owner,
        @Nullable String personName,
        @Nullable String relationship,
        boolean stable,
        boolean mayBeCalled,
        int rank,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** What the value is. */
    public enum Kind {
        PHONE,
        EMAIL,
        ADDRESS
    }

    /** Whose it is. */
    public enum Owner {
        SELF,
        PERSON
    }

    /** Why it is not tried on this day; null when it is. */
    @Nullable
    String leftOutOn(LocalDate day) {
        if (!mayBeCalled) {
            return "the participant has not agreed that it is used";
        }
        if (from != null && day.isBefore(from)) {
            return "it is valid from " + from;
        }
        return until != null && day.isAfter(until) ? "it was valid until " + until : null;
    }
}
