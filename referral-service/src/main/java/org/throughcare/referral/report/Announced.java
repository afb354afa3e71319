package org.throughcare.referral.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.throughcare.referral.need.UnmetNeed;
import org.throughcare.referral.referral.ReferralSnapshot;

/** What was announced, for reports: collections built from events, never the aggregates themselves. */
public interface Announced {

    /** Referrals drafted from the first to the last day, both included, in UTC. */
    void referrals(LocalDate from, LocalDate to, Consumer<ReferralSnapshot> each);

    /** Needs recorded from the first to the last day, both included. */
    void unmetNeeds(LocalDate from, LocalDate to, Consumer<UnmetNeed> each);

    /** Ids under which somebody is no longer counted, each with the id that stands for the person (H8). */
    Map<String, String> aliases();

    /** Open cases by primary worker: staff id to how many people; one with several records counts once (H8). */
    Map<String, Integer> caseloads();
}
