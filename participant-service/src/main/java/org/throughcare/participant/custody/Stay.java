package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time in one facility.
 *
 * @param openedBy the transfer or return it began with, if any; with the transfer it can be taken back
 * @param closedBy the release it ended with
 */
public record Stay(
        UUID id,
        String facility,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID openedBy,
        @Nullable UUID closedBy) {

    boolean open() {
        return until == null;
    }

    Stay close(LocalDate on, UUID by) {
        return new Stay(id, facility, from, on, openedBy, by);
    }

    Stay reopen() {
        return new Stay(id, facility, from, null, openedBy, null);
    }
}
