package org.throughcare.scheduling.booking;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The claims that meetings hold. Each exists at most once, whoever asks for it. */
public interface Claims {

    /**
     * In whose name a claim is held. The attempt keeps two efforts of one appointment apart: what a slow one still has to
     * give back is not what a later one took.
     */
    record Hold(String appointment, int attempt) {}

    /** A claim that is held by somebody else. */
    record Held(ClaimKey key, Hold by) {}

    /**
     * Takes all in the given order until one is lost. Those that this attempt holds already count as taken; those of an
     * earlier attempt of the same appointment are carried over.
     *
     * @return the first one that somebody else holds; what was taken before it stays taken
     */
    Optional<Held> take(Hold hold, List<ClaimKey> inOrder);

    /**
     * Hands a stale claim over.
     *
     * @return false when the former holder no longer has it
     */
    boolean replace(Held stale, Hold hold);

    /** Gives back those that this attempt of the appointment, or an earlier one, holds. */
    void giveBack(Hold hold, Collection<ClaimKey> keys);
}
