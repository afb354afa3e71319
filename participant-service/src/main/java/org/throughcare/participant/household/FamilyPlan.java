package org.throughcare.participant.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a family plans together, beside the individual plans of its members (H4).
 *
 * <p>Life: starts with at least one goal; goals are added, reached or dropped; each time a member does something for one of them
 * that is recorded with its day. It has no end of its own: with all goals closed it rests, and a new goal wakes it.
 */
public record FamilyPlan(
        LocalDate startedOn, String strategy, List<FamilyGoal> goals, List<Participation> participations) {

    public FamilyPlan {
        goals = List.copyOf(goals);
        participations = List.copyOf(participations);
    }

    Optional<FamilyGoal> goal(String id) {
        return goals.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    boolean hasOpenGoals() {
        return goals.stream().anyMatch(FamilyGoal::open);
    }

    FamilyPlan with(FamilyGoal added) {
        return withGoals(Stream.concat(goals.stream(), Stream.of(added)).toList());
    }

    FamilyPlan replacing(FamilyGoal changed) {
        return withGoals(goals.stream()
                .map(g -> g.id().equals(changed.id()) ? changed : g)
                .toList());
    }

    FamilyPlan with(Participation took) {
        return new FamilyPlan(
                startedOn,
                strategy,
                goals,
                Stream.concat(participations.stream(), Stream.of(took)).toList());
    }

    private FamilyPlan withGoals(List<FamilyGoal> all) {
        return new FamilyPlan(startedOn, strategy, all, participations);
    }
}
