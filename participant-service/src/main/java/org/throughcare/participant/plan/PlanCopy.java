package org.throughcare.participant.plan;

import java.util.Comparator;
import java.util.List;

/** One version of the plan as the participant takes it along (N3). */
public record PlanCopy(Addressees.Addressee addressee, PlanVersion version, PlanContents contents) {

    /** By priority, those still to be reached. */
    public List<Goal> goals() {
        return contents.goals().stream()
                .filter(Goal::open)
                .sorted(Comparator.comparingInt(Goal::priority))
                .toList();
    }
}
