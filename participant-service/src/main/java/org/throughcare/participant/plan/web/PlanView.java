package org.throughcare.participant.plan.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.plan.BackUps;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.plan.PlanVersion;
import org.throughcare.participant.plan.Review;
import org.throughcare.platform.aggregate.Stored;

/**
 * The plan as staff see it, goals by priority.
 *
 * @param unacknowledged the current version still lacks the participant's initials (N3)
 * @param assistance what public assistance asks and withholds beside the plan, as far as it is on record (C8)
 */
record PlanView(
        String participant,
        int version,
        boolean unacknowledged,
        @Nullable Integer acknowledgedVersion,
        @Nullable LocalDate acknowledgedOn,
        LocalDate startedOn,
        LocalDate reviewDueOn,
        String strategy,
        List<String> resources,
        BackUps backUps,
        List<Goal> goals,
        List<VersionLine> versions,
        List<Review> reviews,
        @Nullable AssistanceView assistance) {

    /** A version without what it holds, which its copy shows. */
    record VersionLine(
            String id,
            int number,
            LocalDate on,
            String what,
            List<String> addsServices,
            @Nullable String justification,
            @Nullable String note,
            String by,
            @Nullable String initials,
            @Nullable LocalDate acknowledgedOn,
            boolean copyGiven) {

        static VersionLine of(PlanVersion v) {
            return new VersionLine(
                    v.id(),
                    v.number(),
                    v.on(),
                    v.what(),
                    v.addsServices(),
                    v.justification(),
                    v.note(),
                    v.by(),
                    v.initials(),
                    v.acknowledgedOn(),
                    v.copyGiven());
        }
    }

    static PlanView of(Stored<Plan> stored, @Nullable AssistanceView assistance) {
        Plan plan = stored.state();
        PlanVersion last = plan.lastAcknowledged().orElse(null);
        return new PlanView(
                plan.participant(),
                plan.version(),
                last == null || last.number() < plan.version(),
                last == null ? null : last.number(),
                last == null ? null : last.acknowledgedOn(),
                plan.startedOn(),
                plan.reviewDueOn(),
                plan.strategy(),
                plan.resources(),
                plan.backUps(),
                plan.goals().stream()
                        .sorted(Comparator.comparingInt(Goal::priority))
                        .toList(),
                plan.versions().stream().map(VersionLine::of).toList(),
                plan.reviews(),
                assistance);
    }
}
