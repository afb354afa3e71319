package org.throughcare.participant.custody;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The grounds on which someone is held from a day on, as learned at some time.
 *
 * @param since day at the site
 */
public record LegalStanding(LegalStatus status, LocalDate since, Instant learnedAt, String recordedBy) {

    static @Nullable LegalStanding learned(@Nullable LegalStatus status, LocalDate since, Custody.Circumstances c) {
        return status == null ? null : new LegalStanding(status, since, c.now(), c.by());
    }
}
