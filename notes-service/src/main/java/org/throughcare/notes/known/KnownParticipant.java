package org.throughcare.notes.known;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant as last announced, as far as notes ask: whose day it is, and through whom the person is reached (L9).
 *
 * @param zone IANA name of the site's time zone
 * @param mergedInto the record that this one is an alias of (H8)
 * @param aliases records that this one stands for, or is about to
 */
public record KnownParticipant(
        String id,
        @Nullable String site,
        @Nullable String zone,
        List<Contact> contacts,
        @Nullable String mergedInto,
        List<String> aliases) {

    /**
     * @param kind PHONE, EMAIL or ADDRESS
     * @param owner SELF, or PERSON for a relative or friend
     * @param stable the one relative or friend who stays reachable
     * @param mayBeCalled the participant agreed that it is used
     * @param rank order of use, from 1
     */
    public record Contact(
            String id,
            String kind,
            String owner,
            @Nullable String personName,
            @Nullable String relationship,
            boolean stable,
            boolean mayBeCalled,
            int rank) {}

    public KnownParticipant {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
}
