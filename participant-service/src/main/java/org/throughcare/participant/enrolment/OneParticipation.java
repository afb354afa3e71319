package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A period that has begun and those beside it, under the person's other ids, as the one participation that they are of one person (Y5,
 * H8). Without any beside it, it is the period's own.
 */
final class OneParticipation {

    private final Period period;
    private final ParticipationTerms terms;
    private final LocalDate start;
    private final List<LocalDate> given;
    private final ExitClock clock;

    private OneParticipation(Period period, LocalDate start, ParticipationTerms terms) {
        this.period = period;
        this.terms = terms;
        this.start = start;
        given = Stream.concat(
                        period.services().stream()
                                .filter(ServiceGiven::qualifying)
                                .flatMap(ServiceGiven::givenOn),
                        period.beside().stream().flatMap(PeriodBeside::givenOn))
                .filter(day -> !isOverBefore(day))
                .toList();
        ExitClock own = clockFrom(start);
        clock = given.contains(own.lastGiven()) ? own : reaching().orElse(own);
    }

    /** Empty before the first qualifying service. */
    static Optional<OneParticipation> of(Period period, ParticipationTerms terms) {
        return Optional.ofNullable(period.startedOn()).map(start -> new OneParticipation(period, start, terms));
    }

    /** Staff ended it, or a job did, before this day. */
    private boolean isOverBefore(LocalDate day) {
        Exit exit = period.exit();
        return exit != null
                && exit.kind() != Exit.Kind.NO_SERVICE
                && exit.decidedOn().isBefore(day);
    }

    private ExitClock clockFrom(LocalDate day) {
        return ExitClock.of(day, given.stream(), period.allGaps(), terms.exitAfterDays());
    }

    ExitClock clock() {
        return clock;
    }

    /**
     * Its first day counts only while no service is proven. One that was given before under another id is, if that participation had
     * not ended by then; without any, the earlier beginning counts, as it would under one id.
     */
    private Optional<ExitClock> reaching() {
        List<PeriodBeside> goingOn = period.beside().stream()
                .filter(b -> !b.endedByStaffBefore(start))
                .toList();
        Predicate<ExitClock> reaches = each -> each.endsOn().isAfter(start);
        return goingOn.stream()
                .flatMap(PeriodBeside::givenOn)
                .filter(day -> day.isBefore(start))
                .max(Comparator.naturalOrder())
                .map(this::clockFrom)
                .filter(reaches)
                .or(() -> goingOn.stream()
                        .map(PeriodBeside::startedOn)
                        .filter(day -> day.isBefore(start))
                        .sorted()
                        .map(this::clockFrom)
                        .filter(reaches)
                        .findFirst());
    }

    /** First day of participation, under whichever of the ids. */
    LocalDate beginsOn() {
        return Stream.concat(Stream.of(start), period.beside().stream().map(PeriodBeside::startedOn))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Those under the other ids. */
    List<String> periods() {
        return period.beside().stream().map(PeriodBeside::period).toList();
    }

    /** Whether one of the two had not ended when the other began. */
    private boolean has(PeriodBeside other) {
        LocalDate began = other.startedOn();
        return began.isBefore(start)
                ? !other.endedByStaffBefore(start) && clockFrom(began).endsOn().isAfter(start)
                : !isOverBefore(began) && began.isBefore(clock.endsOn());
    }

    /** What of the periods beside it counts: those that are one with it, with what was given or planned between its beginning and its end. */
    List<PeriodBeside> counted() {
        LocalDate from = clock.lastGiven().isBefore(start) ? clock.lastGiven() : start;
        return period.beside().stream()
                .filter(this::has)
                .map(b -> b.between(from, clock.endsOn()))
                .toList();
    }
}
