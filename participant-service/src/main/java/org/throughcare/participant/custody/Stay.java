package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time in one facility.
 *
 * @param openedBy the transfer or return it began with, if any; with it the stay can be taken back
 * @param closedBy the release it ended with
 * @param bookingNumber the jail's number for this stay, sealed
 * @param legal on what grounds, by the day since when; the last one holds
 */
public record Stay(
        UUID id,
        String facility,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID openedBy,
        @Nullable UUID closedBy,
        @Nullable String bookingNumber,
        List<LegalStanding> legal) {

    public Stay {
        legal = legal == null ? List.of() : List.copyOf(legal);
    }

    static Stay begin(UUID id, String facility, LocalDate from, @Nullable UUID openedBy, Booking booking) {
        LegalStanding standing = booking.standing();
        return new Stay(
                id,
                facility,
                from,
                null,
                openedBy,
                null,
                booking.number(),
                standing == null ? List.of() : List.of(standing));
    }

    boolean open() {
        return until == null;
    }

    /** The grounds that hold now; null when none was said. */
    public @Nullable LegalStatus legalStatus() {
        return legal.isEmpty() ? null : legal.getLast().status();
    }

    Stay close(LocalDate on, UUID by) {
        return new Stay(id, facility, from, on, openedBy, by, bookingNumber, legal);
    }

    Stay reopen() {
        return new Stay(id, facility, from, null, openedBy, null, bookingNumber, legal);
    }

    Stay booked(Booking booking) {
        LegalStanding standing = booking.standing();
        boolean news = standing != null && standing.status() != legalStatus();
        return new Stay(
                id,
                facility,
                from,
                until,
                openedBy,
                closedBy,
                booking.number() == null ? bookingNumber : booking.number(),
                news ? Stream.concat(legal.stream(), Stream.of(standing)).toList() : legal);
    }
}
