package org.throughcare.participant.enrolment.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.Stay;

/** Since when somebody is held: from the first of the stays that moves between facilities join into one custody. */
final class CustodyOnRecord {

    private CustodyOnRecord() {}

    static @Nullable LocalDate since(Custody custody) {
        Stay open = custody.stay();
        return open == null ? null : first(open, custody.stays()).from();
    }

    /** A move closes one stay and opens the next under one id; a return opens one that nothing closed. */
    private static Stay first(Stay last, List<Stay> all) {
        Stay stay = last;
        for (int i = 0; i < all.size(); i++) {
            Optional<Stay> before = movedFrom(stay, all);
            if (before.isEmpty()) {
                return stay;
            }
            stay = before.get();
        }
        return stay;
    }

    private static Optional<Stay> movedFrom(Stay stay, List<Stay> all) {
        UUID move = stay.openedBy();
        return move == null
                ? Optional.empty()
                : all.stream().filter(other -> move.equals(other.closedBy())).findFirst();
    }
}
