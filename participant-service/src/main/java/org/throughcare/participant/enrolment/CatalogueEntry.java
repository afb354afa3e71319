package org.throughcare.participant.enrolment;

import java.util.List;

/**
 * One service of a programme's catalogue (Y4).
 *
 * @param code the state system's code
 * @param level how intensive it is (C4)
 * @param qualifying starts and extends participation
 * @param oneDay is entered for one day; otherwise it spans days, on each of which it may have been given or not (N5)
 * @param longestDays the longest duration that may be entered, in days, the first included
 * @param evidence kinds of evidence of which one is wanted (N4)
 * @param fundSources allowable under these; empty means under any
 * @param beforeEnrolment may be recorded before anyone is enrolled, and starts nothing (Y2)
 * @param followUp a follow-up service, for after the exit (N9)
 * @param needsGoal must point at a goal of the plan (N4)
 * @param pirl federal elements that it feeds
 */
public record CatalogueEntry(
        String code,
        String name,
        Level level,
        boolean qualifying,
        boolean oneDay,
        int longestDays,
        List<Evidence.Kind> evidence,
        List<FundSource> fundSources,
        boolean beforeEnrolment,
        boolean followUp,
        boolean needsGoal,
        List<String> pirl) {

    /** In ascending order; passing to a higher one needs grounds where the programme says so (C4). */
    public enum Level {
        SUPPORT,
        CORE,
        INTENSIVE,
        TRAINING
    }

    public CatalogueEntry {
        evidence = List.copyOf(evidence);
        fundSources = List.copyOf(fundSources);
        pirl = List.copyOf(pirl);
    }

    boolean allowableUnder(FundSource source) {
        return fundSources.isEmpty() || fundSources.contains(source);
    }
}
