package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.throughcare.platform.aggregate.Refusal;

/** What must hold for a planned gap (Y9). */
final class GapRules {

    private GapRules() {}

    /** @param catalogues those of the participant's programmes, in which the expected services must be found */
    static Optional<Refusal> check(
            Period period,
            PlannedGap gap,
            ParticipationTerms terms,
            Collection<ServiceCatalogue> catalogues,
            LocalDate today) {
        if (period.exit() != null || period.startedOn() == null) {
            return Optional.of(Refusal.conflict("Y9", "There is no participation to interrupt."));
        }
        long days = ChronoUnit.DAYS.between(gap.from(), gap.until());
        if (days <= terms.gapLongerThanDays() || days >= terms.gapShorterThanDays()) {
            return invalid(
                    "until",
                    "A planned gap is longer than " + terms.gapLongerThanDays() + " and shorter than "
                            + terms.gapShorterThanDays() + " days; this one has " + days + ".");
        }
        if (gap.note().isBlank()) {
            return invalid("note", "A planned gap needs a note with its reason, period and the services that follow.");
        }
        List<String> notQualifying = gap.expectedServices().stream()
                .filter(code -> catalogues.stream()
                        .noneMatch(c ->
                                c.entry(code).filter(CatalogueEntry::qualifying).isPresent()))
                .toList();
        if (gap.expectedServices().isEmpty() || !notQualifying.isEmpty()) {
            return invalid("expectedServices", "A planned gap needs a qualifying service that follows it.");
        }
        if (gap.until().isBefore(today)) {
            return invalid("until", "This gap is over already.");
        }
        if (period.allGaps().stream()
                .anyMatch(g -> !g.from().isAfter(gap.until()) && !gap.from().isAfter(g.until()))) {
            return Optional.of(Refusal.conflict("Y9", "Another planned gap covers some of these days."));
        }
        return period.clock(terms)
                .filter(clock -> clock.hasRunOut(today) || gap.from().isAfter(clock.endsOn()))
                .map(clock -> Refusal.conflict(
                        "Y9", "Participation ends on " + clock.endsOn() + ", before this gap could hold that off."));
    }

    private static Optional<Refusal> invalid(String field, String reason) {
        return Optional.of(Refusal.invalid("Y9", field, reason));
    }
}
