package org.throughcare.participant.plan;

import java.time.LocalDate;

/** How often a plan is reviewed (Y6), by the strictest policy that binds the participant. */
public interface ReviewRhythm {

    /** In days. */
    int everyDays(String participant, String site, LocalDate on);
}
