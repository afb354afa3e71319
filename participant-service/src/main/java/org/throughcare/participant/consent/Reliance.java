package org.throughcare.participant.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone asked whether a release of information stands, was told yes, and so may rely on it (C7).
 *
 * @param revision of the release at that moment
 * @param askedAbout the participant asked about: another of the person's ids, perhaps
 * @param by who asked: a member of staff, or a service of the suite
 * @param about what they asked it for, e.g. a referral, as far as they said
 */
public record Reliance(
        UUID consent,
        long revision,
        UUID askedAbout,
        UUID recipient,
        List<InformationKind> kinds,
        String by,
        String name,
        @Nullable String about,
        Instant at) {

    public Reliance {
        kinds = List.copyOf(kinds);
    }
}
