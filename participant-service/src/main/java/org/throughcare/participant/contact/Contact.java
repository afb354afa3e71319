package org.throughcare.participant.contact;

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
        int rank) {

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
}
