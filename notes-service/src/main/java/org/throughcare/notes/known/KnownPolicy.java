package org.throughcare.notes.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a programme's policy, as published. Methods are by name: a newer policy may name one we do not know. */
public record KnownPolicy(
        String programme, @Nullable String site, int version, LocalDate effectiveFrom, Values values) {

    /**
     * @param contactEveryDays longest time between contacts
     * @param contactUnit how that time is counted; the programme's own way when absent
     * @param contactMethods methods that make a contact
     * @param attemptOnlyMethods methods that make an attempt as long as nobody responds (Y7)
     * @param lapseOpensSearchAfterDays a lapse this long opens a disengaged search (Y10)
     */
    public record Values(
            @Nullable Integer contactEveryDays,
            @Nullable String contactUnit,
            @Nullable List<String> contactMethods,
            @Nullable List<String> attemptOnlyMethods,
            @Nullable Integer lapseOpensSearchAfterDays) {}
}
