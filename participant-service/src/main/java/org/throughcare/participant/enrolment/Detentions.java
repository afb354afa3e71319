package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is on record of a participant's custody, so that the one they enrolled from ends no participation (N7). */
public interface Detentions {

    /** First day, at the site, of the custody that a participant is in, moves between facilities included; null outside. */
    @Nullable
    LocalDate heldSince(String participant);
}
