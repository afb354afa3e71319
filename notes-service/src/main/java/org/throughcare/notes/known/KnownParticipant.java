package org.throughcare.notes.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
     * @param from first day on which it is valid; null when it has been all along
     * @param until last day on which it is valid; null while it is not known to end
     */
    public record Contact(
            String id,
            String kind,
            String owner,
            @Nullable String personName,
            @Nullable String relationship,
            boolean stable,
            boolean mayBeCalled,
            int rank,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /** What speaks against using it on that day of the site (L9, C7), in words. */
        public Optional<String> against(LocalDate day) {
            if (!mayBeCalled) {
                return Optional.of("the participant has not agreed that it is used");
            }
            if (from != null && day.isBefore(from)) {
                return Optional.of("it is valid from " + from);
            }
            return until != null && day.isAfter(until) ? Optional.of("it was valid until " + until) : Optional.empty();
        }
    }

    public KnownParticipant {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    public Optional<Contact> contact(String id) {
        return contacts.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
