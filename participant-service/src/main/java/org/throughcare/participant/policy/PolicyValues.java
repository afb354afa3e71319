package org.throughcare.participant.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param exemptionExpectedDays what keeps somebody from taking part must be expected to last longer than this for an exemption exit,
 *     or as long where it is health or the care of family (N7); absent from policies published before the two had numbers of their
 *     own, which mean that of the planned gap
 * @param followUpMonths months after exit with a check-in (N8)
 * @param followUpForMonths how long follow-up runs (Y12)
 * @param exitOnEmployment employment found ends participation at once (N8)
 * @param planReviewEveryDays longest time between plan reviews (Y6)
 * @param planReviewDaysAfterService a completed service of the plan, activity that is new or wider, or a repeated assessment, makes
 *     its review due so many days later, unless it is due sooner (N3, N11); absent from policies published before it was asked for,
 *     which want it at once
 * @param introductionTarget introductions wanted before release under TRANSITION or MIXED (L18)
 * @param introductionsDaysBeforeRelease they are wanted by this many days before the projected release (L18); no document names a day.
 *     Absent from policies published before it was asked for, which want them by the release itself
 * @param handoverDueDays time to accept a handover (L7)
 * @param caseloadLimitBefore ordinary cases a worker can carry before release; a case counts as its level of care weighs (L2)
 * @param caseloadLimitAfter and after release (L2)
 * @param justifyServiceWithinDays a service added this near the exit needs a justification (Y11)
 * @param caseMonthsAfterRelease how long a case runs after release (L1)
 * @param yearEndWarningDays how long before that end it alerts (L1)
 * @param acknowledgeWithinDays time for staff to acknowledge a new version
 * @param lighterFollowUpMonths months after exit with a check-in where a lighter follow-up was decided (N9); what was published before
 *     there was such a thing knows none, and means the usual ones
 * @param wageFloorPerHour dollars an hour, to the cent, from which a wage counts as an outcome (H9); null when the programme sets
 *     none. No document names a figure: what ships is there to be replaced by the grantee's own
 * @param careLevels how risk comes to a level of care (H5); {@link CareLevels#NONE} in values from before there were any
 * @param fairShare when a caseload stands out beside its colleagues' (L17)
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
        @Nullable Integer exemptionExpectedDays,
        List<Integer> followUpMonths,
        int followUpForMonths,
        boolean exitOnEmployment,
        int planReviewEveryDays,
        @Nullable Integer planReviewDaysAfterService,
        int introductionTarget,
        @Nullable Integer introductionsDaysBeforeRelease,
        int handoverDueDays,
        int caseloadLimitBefore,
        int caseloadLimitAfter,
        int justifyServiceWithinDays,
        int caseMonthsAfterRelease,
        int yearEndWarningDays,
        int acknowledgeWithinDays,
        List<Integer> lighterFollowUpMonths,
        @Nullable BigDecimal wageFloorPerHour,
        CareLevels careLevels,
        FairShare fairShare,
        CaseManagementMeasure caseManagement) {

    /** Until this many days after release, one meeting every so many days. */
    public record TaperStep(int untilDaysAfterRelease, int everyDays) {}

    /**
     * How much more or less than colleagues carry on average is much (L17).
     *
     * @param abovePercent a caseload above this part of the average is above others
     * @param belowPercent one below this part is below others
     */
    public record FairShare(int abovePercent, int belowPercent) {
        static final FairShare USUAL = new FairShare(150, 50);
    }

    public PolicyValues {
        careLevels = careLevels == null ? CareLevels.NONE : careLevels;
        fairShare = fairShare == null ? FairShare.USUAL : fairShare;
        taper = List.copyOf(taper);
        contactMethods = List.copyOf(contactMethods);
        attemptOnlyMethods = List.copyOf(attemptOnlyMethods);
        followUpMonths = List.copyOf(followUpMonths);
        lighterFollowUpMonths = lighterFollowUpMonths == null ? followUpMonths : List.copyOf(lighterFollowUpMonths);
        wageFloorPerHour = wageFloorPerHour == null ? null : wageFloorPerHour.setScale(2, RoundingMode.HALF_UP);
        caseManagement = caseManagement == null ? CaseManagementMeasure.USUAL : caseManagement;
    }

    /** How long what keeps somebody away must be expected to last (N7). */
    public int exemptionDays() {
        return Objects.requireNonNullElse(exemptionExpectedDays, plannedGapLongerThanDays);
    }

    /** How long before a release the introductions are wanted (L18). */
    public int introductionDays() {
        return Objects.requireNonNullElse(introductionsDaysBeforeRelease, 0);
    }

    /** Days from a service's completion to the review it calls for (N3). */
    public int reviewDaysAfterService() {
        return Objects.requireNonNullElse(planReviewDaysAfterService, 0);
    }
}
