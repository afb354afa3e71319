package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a participant cannot be found (Y10, Y11). */
public interface Searches {

    /** Since when the participant is searched for; null when nobody is looking. */
    @Nullable
    LocalDate missingSince(String participant);
}
