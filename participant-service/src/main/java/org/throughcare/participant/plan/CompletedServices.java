package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.Optional;

/** Which service elements are complete (N3). */
public interface CompletedServices {

    /** The day at the site on which a service became complete; empty while it goes on. */
    Optional<LocalDate> completedOn(String participant, String service);
}
