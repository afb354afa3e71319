package org.throughcare.participant.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time a person came back into custody. It stands until it is withdrawn as a mistake; then the release that it ended stands
 * again.
 *
 * @param release the one it ended
 * @param facility where the person is held since; null when back in the one that was left in passing
 */
public record Return(
        UUID id,
        UUID release,
        LocalDate on,
        @Nullable String facility,
        Instant recordedAt,
        String recordedBy,
        Release.@Nullable Withdrawal withdrawal) {

    Return withdraw(Release.Withdrawal taken) {
        return new Return(id, release, on, facility, recordedAt, recordedBy, taken);
    }
}
