package org.throughcare.participant.policy;

import java.util.List;

/**
 * What a programme sets. Days are calendar days at the site unless a name says business days.
 *
 * @param nearReleaseDays a projected date this near, or nearer, puts a person among those near release (L10)
 * @param meetEveryDaysInCustody meeting cadence before release (L3)
 * @param meetEveryDaysNearRelease meeting cadence near release (L3)
 * @param taper steps after release, in order (L11); the last one's rhythm goes on
 * @param meetAsNeeded the site meets when asked instead of by cadence (L3)
 * @param firstContactBusinessDays time for the first contact after a surprise release (L15)
 * @param releaseSettlingMinutes what cannot be undone waits this long after a release is recorded
 * @param contactEveryDays longest time between contacts
 * @param contactMethods methods that make a contact
 * @param attemptOnlyMethods methods that, unanswered, only make an attempt (Y7)
 * @param lapseOpensSearchAfterDays a lapse this long opens a disengaged search (Y10)
 * @param exitAfterDays a gap of this many days since the last qualifying service ends participation (Y11)
 * @param plannedGapLongerThanDays a planned gap must be longer than this (Y9)
 * @param plannedGapShorterThanDays and shorter than this (Y9)
 * @param followUpMonths months after exit with a check-in (N8)
 * @param followUpForMonths how long follow-up runs (Y12)
 * @param exitOnEmployment employment found ends participation at once (N8)
 * @param planReviewEveryDays longest time between plan reviews (Y6)
 * @param introductionTarget introductions wanted before release under TRANSITION or MIXED (L18)
 * @param handoverDueDays time to accept a handover (L7)
 * @param caseloadLimitBefore participants per worker before release (L2)
 * @param caseloadLimitAfter participants per worker after release (L2)
 * @param justifyServiceWithinDays a service added this near the exit needs a justification (Y11)
 * @param caseMonthsAfterRelease how long a case runs after release (L1)
 * @param yearEndWarningDays how long before that end it alerts (L1)
 * @param acknowledgeWithinDays time for staff to acknowledge a new version
 * @param caseManagement who counts as in case management in a quarter (H2, H3); the usual in values from before it could be set
 */
public record PolicyValues(
        int nearReleaseDays,
        int meetEveryDaysInCustody,
        int meetEveryDaysNearRelease,
        List<TaperStep> taper,
        boolean meetAsNeeded,
        int firstContactBusinessDays,
        int releaseSettlingMinutes,
        int contactEveryDays,
        List<ContactMethod> contactMethods,
        List<ContactMethod> attemptOnlyMethods,
        int lapseOpensSearchAfterDays,
        int exitAfterDays,
        int plannedGapLongerThanDays,
        int plannedGapShorterThanDays,
        List<Integer> followUpMonths,
        int followUpForMonths,
        boolean exitOnEmployment,
        int planReviewEveryDays,
        int introductionTarget,
        int handoverDueDays,
        int caseloadLimitBefore,
        int caseloadLimitAfter,
        int justifyServiceWithinDays,
        int caseMonthsAfterRelease,
        int yearEndWarningDays,
        int acknowledgeWithinDays,
        CaseManagementMeasure caseManagement) {

    /** Until this many days after release, one meeting every so many days. */
    public record TaperStep(int untilDaysAfterRelease, int everyDays) {}

    public PolicyValues {
        taper = List.copyOf(taper);
        contactMethods = List.copyOf(contactMethods);
        attemptOnlyMethods = List.copyOf(attemptOnlyMethods);
        followUpMonths = List.copyOf(followUpMonths);
        caseManagement = caseManagement == null ? CaseManagementMeasure.USUAL : caseManagement;
    }
}
