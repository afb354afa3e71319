package org.throughcare.participant.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/** Policy values that cannot hold together are refused before they can bind anybody. */
final class PolicyCheck {

    private static final String RULE = "policy-values";

    private PolicyCheck() {}

    static @Nullable Refusal faultIn(PolicyValues v) {
        @Nullable
        Refusal fault = first(
                positive("nearReleaseDays", v.nearReleaseDays()),
                positive("meetEveryDaysInCustody", v.meetEveryDaysInCustody()),
                positive("meetEveryDaysNearRelease", v.meetEveryDaysNearRelease()),
                positive("firstContactBusinessDays", v.firstContactBusinessDays()),
                positive("contactEveryDays", v.contactEveryDays()),
                positive("lapseOpensSearchAfterDays", v.lapseOpensSearchAfterDays()),
                positive("exitAfterDays", v.exitAfterDays()),
                positive("followUpForMonths", v.followUpForMonths()),
                positive("exemptionExpectedDays", v.exemptionDays()),
                positive("planReviewEveryDays", v.planReviewEveryDays()),
                positive("handoverDueDays", v.handoverDueDays()),
                positive("caseloadLimitBefore", v.caseloadLimitBefore()),
                positive("caseloadLimitAfter", v.caseloadLimitAfter()),
                positive("caseMonthsAfterRelease", v.caseMonthsAfterRelease()),
                positive("acknowledgeWithinDays", v.acknowledgeWithinDays()),
                notNegative("releaseSettlingMinutes", v.releaseSettlingMinutes()),
                notNegative("planReviewDaysAfterService", v.reviewDaysAfterService()),
                notNegative("introductionTarget", v.introductionTarget()),
                notNegative("justifyServiceWithinDays", v.justifyServiceWithinDays()),
                notNegative("yearEndWarningDays", v.yearEndWarningDays()));
        return fault != null
                ? fault
                : first(
                        gap(v),
                        introductions(v),
                        taper(v.taper()),
                        methods(v),
                        followUp(v),
                        lighter(v),
                        wageFloor(v),
                        CareLevelsCheck.faultIn(v.careLevels()),
                        fairShare(v.fairShare()),
                        caseManagement(v.caseManagement()));
    }

    private static @Nullable Refusal first(@Nullable Refusal... checks) {
        for (@Nullable Refusal each : checks) {
            if (each != null) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable Refusal positive(String field, int value) {
        return value > 0 ? null : fault(field, "must be at least 1.");
    }

    private static @Nullable Refusal notNegative(String field, int value) {
        return value >= 0 ? null : fault(field, "must not be negative.");
    }

    /** Y9: between the two bounds there must be a length that is allowed. */
    private static @Nullable Refusal gap(PolicyValues v) {
        return v.plannedGapShorterThanDays() - v.plannedGapLongerThanDays() >= 2
                ? null
                : fault("plannedGapShorterThanDays", "leaves no length a planned gap could have.");
    }

    /** L18: the day is looked at for those near release alone. */
    private static @Nullable Refusal introductions(PolicyValues v) {
        return v.introductionDays() >= 0 && v.introductionDays() <= v.nearReleaseDays()
                ? null
                : fault("introductionsDaysBeforeRelease", "must be no more than nearReleaseDays, and not negative.");
    }

    private static @Nullable Refusal taper(List<PolicyValues.TaperStep> steps) {
        if (steps.isEmpty()) {
            return fault("taper", "needs at least one step.");
        }
        int until = 0;
        int every = 0;
        for (PolicyValues.TaperStep step : steps) {
            if (step.untilDaysAfterRelease() <= until || step.everyDays() < Math.max(1, every)) {
                return fault("taper", "must have later ends and no closer meetings from step to step.");
            }
            until = step.untilDaysAfterRelease();
            every = step.everyDays();
        }
        return null;
    }

    private static @Nullable Refusal methods(PolicyValues v) {
        if (v.contactMethods().isEmpty()) {
            return fault("contactMethods", "needs at least one method.");
        }
        return v.contactMethods().stream().anyMatch(v.attemptOnlyMethods()::contains)
                ? fault("attemptOnlyMethods", "names a method that also makes a contact.")
                : null;
    }

    private static @Nullable Refusal followUp(PolicyValues v) {
        int last = 0;
        for (int month : v.followUpMonths()) {
            if (month <= last || month > v.followUpForMonths()) {
                return fault("followUpMonths", "must rise and stay within the months of follow-up.");
            }
            last = month;
        }
        return null;
    }

    /** N9: lighter means some of the usual check-ins, never none and never others. */
    private static @Nullable Refusal lighter(PolicyValues v) {
        boolean some =
                v.followUpMonths().isEmpty() || !v.lighterFollowUpMonths().isEmpty();
        boolean inOrder =
                v.lighterFollowUpMonths().stream().distinct().sorted().toList().equals(v.lighterFollowUpMonths());
        return some && inOrder && v.followUpMonths().containsAll(v.lighterFollowUpMonths())
                ? null
                : fault("lighterFollowUpMonths", "must be some of followUpMonths, in order.");
    }

    private static @Nullable Refusal wageFloor(PolicyValues v) {
        BigDecimal floor = v.wageFloorPerHour();
        return floor == null || floor.signum() > 0 ? null : fault("wageFloorPerHour", "must be more than nothing.");
    }

    /** L17: whoever carries the average stands out in neither direction. */
    private static @Nullable Refusal fairShare(PolicyValues.FairShare share) {
        return share.belowPercent() < 0 || share.belowPercent() > 100 || share.abovePercent() < 100
                ? fault("fairShare", "must have the average between its two bounds.")
                : null;
    }

    private static @Nullable Refusal caseManagement(CaseManagementMeasure m) {
        return m.faceToFaceMethods().isEmpty()
                ? fault("caseManagement.faceToFaceMethods", "needs at least one method.")
                : positive("caseManagement.reassessEveryMonths", m.reassessEveryMonths());
    }

    static Refusal fault(String field, String what) {
        return Refusal.invalid(RULE, "values." + field, "The policy's " + field + " " + what);
    }
}
