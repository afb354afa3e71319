package org.throughcare.participant.policy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme policy as the other services know it. */
public record ProgrammePolicySnapshot(
        UUID id, Programme programme, @Nullable UUID site, int version, LocalDate effectiveFrom, PolicyValues values) {

    public static ProgrammePolicySnapshot of(ProgrammePolicy policy) {
        return new ProgrammePolicySnapshot(
                policy.id(),
                policy.programme(),
                policy.site(),
                policy.version(),
                policy.effectiveFrom(),
                policy.values());
    }
}
