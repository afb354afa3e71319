package org.throughcare.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.throughcare.referral.known.InformationKind;

/**
 * Something the partner is to be told, decided together with the change it tells of; a disclosure of the same id brings it about.
 *
 * @param kinds what the partner will be able to read there; none for a message that says nothing but that the referral ended
 */
public record Telling(UUID id, Kind kind, ReferralStatus status, List<InformationKind> kinds, Instant at) {

    /** Last part of the routing key, and of the event's type. */
    public enum Kind {
        REQUESTED("requested"),
        START_CHANGED("start-changed"),
        CANCELLED("cancelled"),
        STOPPED("stopped");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    public Telling {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
}
