package org.throughcare.participant.policy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the policy in force: the site's own version before the programme's, the latest effective before earlier ones. */
public interface PoliciesInForce {

    /**
     * @param date a day at the site
     * @return the values that ship with the suite when the grantee published none that is effective yet
     */
    PolicyInForce on(Programme programme, @Nullable UUID site, LocalDate date);
}
