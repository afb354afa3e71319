package org.throughcare.referral.known;

import java.util.Optional;
import java.util.UUID;

/** What is known of a participant here: from copies, or from the owner when the news has not come yet. */
public interface People {

    Optional<KnownParticipant> participant(UUID id);

    /** Custody with the revision it was announced at; 0 when it was asked for. */
    Optional<Custody> custody(UUID participant);

    Optional<KnownCase> caseOf(UUID participant);

    /** Custody at a revision, so that older news changes nothing. */
    record Custody(long revision, KnownCustody state) {}
}
