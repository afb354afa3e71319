package org.throughcare.participant.plan;

import java.util.ArrayList;
import java.util.List;

/** What a plan promises, as one version has it; kept with the version, because that is what the participant initials (C2, N3). */
public record PlanContents(String strategy, List<String> resources, BackUps backUps, List<Goal> goals) {

    public PlanContents {
        resources = List.copyOf(resources);
        goals = List.copyOf(goals);
    }

    /** What somebody else does for the participant after a change and nobody did before (Y15). */
    static List<String> servicesAdded(List<Goal> before, List<Goal> after) {
        List<Step> known = before.stream().flatMap(g -> g.steps().stream()).toList();
        List<String> added = new ArrayList<>();
        for (Goal goal : after) {
            for (Step step : goal.steps()) {
                if (step.isService() && known.stream().noneMatch(step::sameServiceAs)) {
                    added.add(step.what());
                }
            }
        }
        return added;
    }
}
