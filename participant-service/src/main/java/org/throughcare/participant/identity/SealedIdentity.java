package org.throughcare.participant.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What only those with a reason may see, encrypted field by field. Leaves the service in no event. */
public record SealedIdentity(@Nullable String dateOfBirth, List<SealedIdentifier> identifiers) {

    /**
     * @param id the claim's
     * @param value sealed
     */
    public record SealedIdentifier(
            UUID id, Identifier.Kind kind, @Nullable String issuer, String value) {}

    public SealedIdentity {
        identifiers = List.copyOf(identifiers);
    }
}
