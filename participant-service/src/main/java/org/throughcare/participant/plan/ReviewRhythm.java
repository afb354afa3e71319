package org.throughcare.participant.plan;

import java.time.LocalDate;

/**
 * How often a plan is reviewed (Y6) and how soon after a service (N3) or new activity (N11), each by the strictest policy that binds
 * the participant.
 */
public interface ReviewRhythm {

    /**
     * @param everyDays longest time between two reviews, in days
     * @param daysAfterService longest time from a completed service, or the first day of new activity, to the review it calls for, in days
     */
    record Rhythm(int everyDays, int daysAfterService) {}

    Rhythm of(String participant, String site, LocalDate on);
}
