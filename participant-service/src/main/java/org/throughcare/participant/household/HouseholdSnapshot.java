package org.throughcare.participant.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a household: who of its members are participants or residents on a roster, and on which days they took
 * part. Never a name of someone who is no participant, a goal's words or a note.
 *
 * @param familyPlanSince null without a family plan
 */
public record HouseholdSnapshot(
        String id,
        String site,
        Approach approach,
        List<MemberLine> members,
        @Nullable LocalDate familyPlanSince,
        int openGoals) {

    /** @param tookPartOn days on which the member took part in the family plan, in order, each once */
    public record MemberLine(
            String id,
            @Nullable String participant,
            @Nullable String resident,
            boolean head,
            LocalDate from,
            @Nullable LocalDate until,
            List<LocalDate> tookPartOn) {}

    public static HouseholdSnapshot of(Household household) {
        FamilyPlan plan = household.plan();
        List<Participation> took = plan == null ? List.of() : plan.participations();
        return new HouseholdSnapshot(
                household.id(),
                household.site(),
                household.approach(),
                household.members().stream()
                        .map(m -> new MemberLine(
                                m.id(),
                                m.participant(),
                                m.resident(),
                                m.head(),
                                m.from(),
                                m.until(),
                                took.stream()
                                        .filter(p -> p.member().equals(m.id()))
                                        .map(Participation::on)
                                        .distinct()
                                        .sorted()
                                        .toList()))
                        .toList(),
                plan == null ? null : plan.startedOn(),
                plan == null
                        ? 0
                        : (int) plan.goals().stream().filter(FamilyGoal::open).count());
    }
}
