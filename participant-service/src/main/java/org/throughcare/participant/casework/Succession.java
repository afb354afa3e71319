package org.throughcare.participant.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.StaffMember.SplitRule;

/**
 * Who takes which case over (L12): first who is cleared where that is needed, then who has room, then as the rule has it, then
 * who carries least. Pure, so that what a preview says is what happens, as long as nothing changes in between.
 *
 * @param day on which the cases change hands
 */
record Succession(SplitRule rule, LocalDate day) {

    /**
     * @param to null when none of the candidates is at work
     * @param despite what speaks against them, and against the others even more
     * @param passedOver the others against whom something speaks
     */
    record Choice(Need need, @Nullable UUID to, List<Objection> despite, List<PassedOver> passedOver) {

        boolean despite(Objection.Kind kind) {
            return despite.stream().anyMatch(each -> each.kind() == kind);
        }
    }

    record PassedOver(UUID staff, List<Objection> because) {}

    /** Who gets each case, in this order, each with what the ones before it brought. */
    List<Choice> share(List<Need> needs, List<Candidate> between, Instant now) {
        List<Candidate> candidates = new ArrayList<>(between);
        List<Choice> choices = new ArrayList<>();
        for (Need need : needs) {
            Choice choice = choose(need, candidates);
            candidates.replaceAll(each -> each.staff().equals(choice.to()) ? each.taking(need, now) : each);
            choices.add(choice);
        }
        return choices;
    }

    Choice choose(Need need, List<Candidate> candidates) {
        @Nullable
        Candidate best = candidates.stream()
                .filter(each -> each.member().worksOn(day))
                .min(order(need))
                .orElse(null);
        List<PassedOver> others = candidates.stream()
                .filter(each -> !each.equals(best))
                .map(each -> new PassedOver(each.staff(), each.objections(need, day)))
                .filter(each -> !each.because().isEmpty())
                .toList();
        return best == null
                ? new Choice(need, null, List.of(), others)
                : new Choice(need, best.staff(), best.objections(need, day), others);
    }

    private Comparator<Candidate> order(Need need) {
        return Comparator.comparing((Candidate each) -> has(each, need, Objection.Kind.NO_CLEARANCE))
                .thenComparing(each -> has(each, need, Objection.Kind.OVER_LIMIT))
                .thenComparing(each -> rule == SplitRule.BY_SETTING && !worksIn(each, need.setting()))
                .thenComparing(leastLoaded(need));
    }

    /** Who carries least where the case counts, then altogether; then always the same one. */
    static Comparator<Candidate> leastLoaded(Need need) {
        return Comparator.comparingInt((Candidate each) -> each.load().weightPercent(need.side()))
                .thenComparingInt(each -> each.load().weightPercent())
                .thenComparing(Candidate::staff);
    }

    private boolean has(Candidate candidate, Need need, Objection.Kind kind) {
        return candidate.objections(need, day).stream().anyMatch(each -> each.kind() == kind);
    }

    private static boolean worksIn(Candidate candidate, Setting setting) {
        return candidate.member().settings().contains(setting);
    }
}
