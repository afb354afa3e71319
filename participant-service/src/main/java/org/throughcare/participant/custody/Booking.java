package org.throughcare.participant.custody;

import org.jspecify.annotations.Nullable;

/**
 * How a stay is booked. What is null is not said, and stays as it was.
 *
 * @param number the jail's number for the stay, sealed
 */
public record Booking(@Nullable String number, @Nullable LegalStanding standing) {

    static Booking unknown() {
        return new Booking(null, null);
    }
}
