package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * One period of participation, across all its programmes (Y5). It starts with the first qualifying service (Y2), is kept alive by
 * evidenced ones, ends once (Y11, N7, N8), and is followed up. An end that the clock decided is undone by a service that turns out to have
 * been given in time.
 *
 * @param number counts the participant's periods from 1
 * @param startedOn null until the first qualifying service
 * @param exitsDecided how many exits this period has had, undone ones included
 * @param warnedFor the end for which staff were warned last
 * @param determinations of the need of training (N14)
 * @param followUpScope how a youth is followed up, once that was decided (N9)
 * @param outcomes what staff saw (H9)
 * @param beside what counts for its end of the person's other ids while they are merged (H8)
 */
public record Period(
        String id,
        int number,
        List<ProgrammeEnrolment> programmes,
        @Nullable LocalDate startedOn,
        List<ServiceGiven> services,
        List<PlannedGap> gaps,
        @Nullable Exit exit,
        int exitsDecided,
        @Nullable LocalDate warnedFor,
        List<Placement> placements,
        List<FollowUp> followUps,
        @Nullable LocalDate followUpEndsOn,
        List<TrainingDetermination> determinations,
        @Nullable FollowUpScope followUpScope,
        List<Outcome> outcomes,
        List<PeriodBeside> beside) {

    public Period {
        programmes = List.copyOf(programmes);
        services = List.copyOf(services);
        gaps = List.copyOf(gaps);
        placements = List.copyOf(placements);
        followUps = List.copyOf(followUps);
        determinations = orNone(determinations);
        outcomes = orNone(outcomes);
        beside = orNone(beside);
    }

    static Period empty(String id, int number) {
        return new Period(
                id, number, List.of(), null, List.of(), List.of(), null, 0, null, List.of(), List.of(), null, List.of(),
                null, List.of(), List.of());
    }

    /** Where the exit clock stands; empty before participation. It counts what was given under all of the person's ids (Y5, H8). */
    Optional<ExitClock> clock(ParticipationTerms terms) {
        return OneParticipation.of(this, terms).map(OneParticipation::clock);
    }

    /** Jobs that were found in this participation, under whichever of the person's ids. */
    Stream<Placement> jobs() {
        return Stream.concat(placements.stream(), beside.stream().flatMap(b -> b.jobs().stream()));
    }

    /** Whose money pays, or has, for this participation; under whichever of the person's ids. */
    Stream<FundSource> fundSources() {
        return Stream.concat(
                programmes.stream().map(ProgrammeEnrolment::fundSource),
                beside.stream().flatMap(b -> b.fundSources().stream()));
    }

    /** Planned gaps under all of the person's ids. */
    List<PlannedGap> allGaps() {
        return Stream.concat(gaps.stream(), beside.stream().flatMap(b -> b.gaps().stream()))
                .toList();
    }

    /** Programmes that are open, under whichever of the person's ids. */
    Stream<Programme> open() {
        return Stream.concat(
                programmes.stream().filter(ProgrammeEnrolment::open).map(ProgrammeEnrolment::programme),
                beside.stream().flatMap(b -> b.programmes().stream()));
    }

    Period with(List<PeriodBeside> others) {
        return edit().beside(others).done();
    }

    /** The service that was given on this day, so that a screen can say which one moved the exit (Y5). */
    Optional<ServiceGiven> qualifyingOn(LocalDate day) {
        return provenOn(day)
                .or(() -> services.stream()
                        .filter(s -> s.qualifying() && s.from().equals(day))
                        .findFirst());
    }

    private Optional<ServiceGiven> provenOn(LocalDate day) {
        return services.stream()
                .filter(ServiceGiven::qualifying)
                .filter(s -> s.givenOn().anyMatch(day::equals))
                .findFirst();
    }

    /** The period beside this one, under another of the person's ids, that alone has a service given on this day. */
    Optional<PeriodBeside> besideOn(LocalDate day) {
        return provenOn(day).isPresent()
                ? Optional.empty()
                : beside.stream().filter(b -> b.givenOn().anyMatch(day::equals)).findFirst();
    }

    Optional<ServiceGiven> service(String serviceId) {
        return services.stream().filter(s -> s.id().equals(serviceId)).findFirst();
    }

    Optional<ProgrammeEnrolment> in(Programme programme) {
        return programmes.stream().filter(p -> p.programme() == programme).reduce((a, b) -> b);
    }

    /** A late entry of an earlier first service moves the start back. */
    Period recorded(ServiceGiven service) {
        LocalDate start = startedOn;
        boolean starts =
                service.qualifying() && (start == null || service.from().isBefore(start));
        return edit().startedOn(starts ? service.from() : start)
                .services(plus(services, service))
                .done();
    }

    Period changing(String serviceId, UnaryOperator<ServiceGiven> change) {
        return edit().services(services.stream()
                        .map(s -> s.id().equals(serviceId) ? change.apply(s) : s)
                        .toList())
                .done();
    }

    Period enrolledIn(ProgrammeEnrolment programme) {
        return edit().programmes(plus(programmes, programme)).done();
    }

    Period closed(String programmeEnrolment, LocalDate on) {
        return edit().programmes(programmes.stream()
                        .map(p -> p.id().equals(programmeEnrolment) ? p.closed(on) : p)
                        .toList())
                .done();
    }

    Period planned(PlannedGap gap) {
        return edit().gaps(plus(gaps, gap)).done();
    }

    Period warned(LocalDate endsOn) {
        return edit().warnedFor(endsOn).done();
    }

    Period placed(Placement placement) {
        List<Placement> others =
                placements.stream().filter(p -> !p.id().equals(placement.id())).toList();
        return edit().placements(plus(others, placement)).done();
    }

    Period ended(Exit decided, ParticipationTerms terms) {
        return edit().exit(decided).exitsDecided(exitsDecided + 1).done().followedUp(terms);
    }

    Period endMoved(Exit moved, ParticipationTerms terms) {
        return edit().exit(moved).done().followedUp(terms);
    }

    /** Participation goes on; what was found out in follow-up meanwhile stays on record. */
    Period reopened() {
        return edit().exit(null)
                .warnedFor(null)
                .followUps(followUps.stream().filter(FollowUp::ownAndMade).toList(), null)
                .done();
    }

    /** The last determination on or before this day; of two on one day the one that was recorded later. */
    Optional<TrainingDetermination> determinedBy(LocalDate day) {
        return determinations.stream()
                .filter(d -> !d.on().isAfter(day))
                .reduce((a, b) -> b.on().isBefore(a.on()) ? a : b);
    }

    Period determined(TrainingDetermination determination) {
        return edit().determinations(plus(determinations, determination)).done();
    }

    Period scoped(FollowUpScope decided) {
        return edit().followUpScope(decided).done();
    }

    Period reached(Outcome outcome) {
        return edit().outcomes(plus(outcomes, outcome)).done();
    }

    Period followedUp(ParticipationTerms terms) {
        Exit decided = exit;
        FollowUpPlan plan = FollowUpPlan.of(this, terms);
        return edit().exit(decided == null ? null : decided.seenWith(this, terms))
                .followUps(plan.followUps(), plan.endsOn())
                .done();
    }

    Period done(FollowUp followUp) {
        List<FollowUp> all = followUps.stream()
                .map(f -> f.id().equals(followUp.id()) ? followUp : f)
                .toList();
        return edit().followUps(all.contains(followUp) ? all : plus(followUps, followUp), followUpEndsOn)
                .done();
    }

    private PeriodEdit edit() {
        return new PeriodEdit(this);
    }

    /** A document of a time before there was such a list has none. */
    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> all = new ArrayList<>(list);
        all.add(one);
        return all;
    }
}
