package org.throughcare.participant.reports.subject;

import java.util.List;
import org.throughcare.participant.household.Approach;
import org.throughcare.participant.household.FamilyGoal;
import org.throughcare.participant.household.FamilyPlan;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.household.Member;
import org.throughcare.participant.household.Participation;

/**
 * One participant's place in a household: their membership, the goals that name them, and what they took part in.
 *
 * @param places once for each time they came to live there
 */
public record InHousehold(
        String household,
        Approach approach,
        List<Member> places,
        List<FamilyGoal> goals,
        List<Participation> participations) {

    static InHousehold of(Household household, String participant) {
        List<Member> places = household.members().stream()
                .filter(m -> participant.equals(m.participant()))
                .toList();
        List<String> ids = places.stream().map(Member::id).toList();
        FamilyPlan plan = household.plan();
        return new InHousehold(
                household.id(),
                household.approach(),
                places,
                plan == null
                        ? List.of()
                        : plan.goals().stream()
                                .filter(g -> g.members().stream().anyMatch(ids::contains))
                                .toList(),
                plan == null
                        ? List.of()
                        : plan.participations().stream()
                                .filter(p -> ids.contains(p.member()))
                                .toList());
    }
}
