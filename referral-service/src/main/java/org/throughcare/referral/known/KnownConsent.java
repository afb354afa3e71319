package org.throughcare.referral.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A release of information as last announced. Good enough to stop a flow; never good enough to let one go, which
 * {@link Releases} is asked for.
 *
 * @param recipient the partner's id
 * @param expiresOn last day at the site on which it holds
 */
public record KnownConsent(
        String id,
        String participant,
        String recipient,
        Set<InformationKind> kinds,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate expiresOn,
        State state) {

    /** Where it stands. */
    public enum State {
        IN_FORCE,
        REVOKED,
        EXPIRED
    }

    public KnownConsent {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    }

    public boolean inForce() {
        return state == State.IN_FORCE;
    }

    /** Whether it lets this recipient have all of these. */
    public boolean covers(String who, List<InformationKind> what) {
        return recipient.equals(who) && kinds.containsAll(what);
    }
}
