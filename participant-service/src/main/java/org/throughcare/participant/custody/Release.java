package org.throughcare.participant.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time a person left a jail. It stands until it is withdrawn as a mistake, or ended by what came after it: a return, or
 * another release.
 *
 * @param settlesAt what cannot be undone waits until then
 * @param settled that moment has passed and was announced
 * @param endedBy id of the return or the release that came after
 */
public record Release(
        UUID id,
        LocalDate on,
        ReleaseKind kind,
        Instant recordedAt,
        String recordedBy,
        Instant settlesAt,
        boolean settled,
        @Nullable Withdrawal withdrawal,
        @Nullable UUID endedBy) {

    /** Taken back as a mistake. */
    public record Withdrawal(Instant at, String by, String reason, boolean afterSettling) {}

    boolean stands() {
        return withdrawal == null && endedBy == null;
    }

    boolean withdrawn() {
        return withdrawal != null;
    }

    Release settle() {
        return new Release(id, on, kind, recordedAt, recordedBy, settlesAt, true, withdrawal, endedBy);
    }

    Release withdraw(Withdrawal taken) {
        return new Release(id, on, kind, recordedAt, recordedBy, settlesAt, settled, taken, endedBy);
    }

    Release end(@Nullable UUID by) {
        return new Release(id, on, kind, recordedAt, recordedBy, settlesAt, settled, withdrawal, by);
    }
}
