package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;

/**
 * Who is followed up, when, and for how long (Y12, N8). Check-ins fall so many months after exit. Two clocks can run: one from the exit,
 * and for adults and dislocated workers one from the first day of employment; the plan runs to the later end. Nobody follows up a
 * death; adults and dislocated workers without a positive exit or a job need no follow-up, but may have it. A youth's may be
 * lighter, or go on for longer, by what was decided (N9); one that goes on for longer ends with a check-in.
 *
 * @param endsOn null when none is required
 */
record FollowUpPlan(List<FollowUp> followUps, @Nullable LocalDate endsOn) {

    /**
     * While a period goes on nothing is due, and check-ins that were made before its exit was undone stay. What was made under another of
     * the person's ids after the exit is not asked for again (H8).
     */
    static FollowUpPlan of(Period period, ParticipationTerms terms) {
        List<FollowUp> own =
                period.followUps().stream().filter(FollowUp::ownAndMade).toList();
        Exit exit = period.exit();
        if (exit == null) {
            return new FollowUpPlan(own, null);
        }
        Map<Integer, FollowUp> made = Stream.concat(own.stream(), elsewhere(period, exit))
                .collect(Collectors.toMap(FollowUp::month, Function.identity(), (first, again) -> first, TreeMap::new));
        if (!isRequired(period, exit)) {
            return new FollowUpPlan(List.copyOf(made.values()), null);
        }
        List<Integer> months = months(period, terms);
        List<FollowUp> all = new ArrayList<>(
                made.values().stream().filter(f -> !months.contains(f.month())).toList());
        for (int month : months) {
            FollowUp known = made.get(month);
            LocalDate dueOn = exit.on().plusMonths(month);
            all.add(known == null ? FollowUp.due(id(exit, month), month, dueOn) : known.movedTo(dueOn));
        }
        all.sort(Comparator.comparing(FollowUp::dueOn));
        return new FollowUpPlan(all, end(period, exit, terms));
    }

    private static Stream<FollowUp> elsewhere(Period period, Exit exit) {
        return period.beside().stream()
                .flatMap(b -> b.checkIns().stream())
                .filter(made -> made.doneOn() != null && !made.doneOn().isBefore(exit.on()));
    }

    private static List<Integer> months(Period period, ParticipationTerms terms) {
        FollowUpScope scope = period.followUpScope();
        if (scope == null) {
            return terms.followUpMonths();
        }
        List<Integer> asked = scope.lightens(period) ? terms.lighterFollowUpMonths() : terms.followUpMonths();
        return scope.forMonths() <= terms.followUpForMonths()
                ? asked
                : Stream.concat(asked.stream(), Stream.of(scope.forMonths())).toList();
    }

    static String id(Exit exit, int month) {
        return Command.derived("follow-up", exit.id(), String.valueOf(month)).toString();
    }

    private static boolean isRequired(Period period, Exit exit) {
        if (exit.kind() == Exit.Kind.DECEASED) {
            return false;
        }
        boolean onlyFromEmployment =
                !period.programmes().isEmpty() && period.fundSources().allMatch(FundSource::followedFromEmployment);
        return !onlyFromEmployment || period.jobs().findAny().isPresent();
    }

    private static LocalDate end(Period period, Exit exit, ParticipationTerms terms) {
        FollowUpScope scope = period.followUpScope();
        int forMonths =
                scope == null ? terms.followUpForMonths() : Math.max(scope.forMonths(), terms.followUpForMonths());
        LocalDate fromExit = exit.on().plusMonths(forMonths);
        boolean fromEmployment = period.fundSources().anyMatch(FundSource::followedFromEmployment);
        return period.jobs()
                .filter(p -> fromEmployment)
                .map(Placement::startedOn)
                .min(Comparator.naturalOrder())
                .map(first -> first.plusMonths(terms.followUpForMonths()))
                .filter(fromExit::isBefore)
                .orElse(fromExit);
    }
}
