package org.throughcare.participant.custody;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * How a stay is booked. What is null is not said, and stays as it was.
 *
 * @param number the jail's number for the stay, sealed
 */
public record Booking(@Nullable String number, @Nullable LegalStanding standing) {

    /** @return null when the grounds begin between these days, both included, or none are said */
    @Nullable
    Refusal fault(LocalDate earliest, LocalDate today) {
        LegalStanding said = standing;
        return said != null && (said.since().isBefore(earliest) || said.since().isAfter(today))
                ? Refusal.invalid(
                        "L10", "legalStatusSince", "A legal status begins between " + earliest + " and today.")
                : null;
    }
}
