package org.throughcare.referral.disclosure;

import java.time.Instant;
import java.util.List;
import org.throughcare.platform.aggregate.Stored;

/** Disclosures by what is due and by referral. */
public interface Disclosures {

    /** Those whose next try is due, oldest first. */
    List<Stored<Disclosure>> due(Instant now, int limit);

    /** Those of a referral that still wait. */
    List<Stored<Disclosure>> pendingOf(String referral);
}
