package org.throughcare.referral.known;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of a participant here: from copies, or from the owner when the news has not come yet. */
public interface People {

    Optional<KnownParticipant> participant(UUID id);

    /** All ids of the person, the one that stands for them first (H8). */
    List<UUID> idsOf(UUID participant);

    /**
     * The person's custody, under whichever of their ids it is kept: a person is in one place only, so of several records the
     * survivor's counts, and an alias's where that one has none, as at the owner. With the revision it was announced at; 0 when it
     * was asked for.
     */
    Optional<Custody> custody(UUID participant);

    /** As {@link #custody}, as far as it was announced. */
    Optional<Custody> custodyHeld(UUID participant);

    /** The case under this id, else that under another of the person's. */
    Optional<KnownCase> caseOf(UUID participant);

    /** Custody at a revision, so that older news changes nothing. */
    record Custody(long revision, KnownCustody state) {}
}
