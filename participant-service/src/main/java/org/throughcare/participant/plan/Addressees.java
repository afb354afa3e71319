package org.throughcare.participant.plan;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a copy of the plan is made out to, and whom they can call about it. */
public interface Addressees {

    /** @param language what the participant reads, as intake recorded it */
    record Addressee(
            String name,
            String caseNumber,
            Locale language,
            @Nullable Worker worker) {}

    /** The primary worker's card. */
    record Worker(
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String office) {}

    Optional<Addressee> of(String participant);
}
