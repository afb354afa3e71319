package org.throughcare.referral.known;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the person is, as last announced. */
public record KnownParticipant(
        String id,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String language,
        String site,
        String zone,
        List<Contact> contacts) {

    /** A way to reach the person; those of relatives never go to a partner. */
    public record Contact(String id, String kind, String value, String owner, boolean mayBeCalled, int rank) {}

    public KnownParticipant {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }
}
