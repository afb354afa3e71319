package org.throughcare.participant.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Formal supervision and the officer in charge of it (L14). What the officer is told needs a release of information.
 *
 * @param until last day, when known
 */
public record Supervision(
        String officer,
        String agency,
        @Nullable String phone,
        @Nullable String email,
        LocalDate from,
        @Nullable LocalDate until) {}
