package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * What counts, for the exit and what follows it, of a period of participation under another id of the same person (H8, Y5, Y11, N8). It
 * repeats what is on record there and is worked out anew whenever that changes; an un-merge leaves nothing of it behind. An earlier period
 * keeps its end, and nothing of this.
 *
 * @param participant the other id
 * @param startedOn its first day of participation
 * @param programmes those that go on and bind this participation as well
 * @param fundSources of all its programmes, those that were closed included
 * @param services qualifying ones, with the days on which they were given
 * @param gaps planned there
 * @param jobs found there
 * @param checkIns made there after an exit (Y12)
 * @param endedByStaffOn day of a decision by staff to end it; what was given later never counted there
 */
public record PeriodBeside(
        String participant,
        String period,
        LocalDate startedOn,
        List<Programme> programmes,
        List<FundSource> fundSources,
        List<Given> services,
        List<PlannedGap> gaps,
        List<Placement> jobs,
        List<FollowUp> checkIns,
        @Nullable LocalDate endedByStaffOn) {

    /** @param on days that evidence proves, in order; at least one */
    public record Given(String service, Programme programme, String code, String name, List<LocalDate> on) {
        public Given {
            on = List.copyOf(on);
        }
    }

    public PeriodBeside {
        programmes = List.copyOf(programmes);
        fundSources = Period.orNone(fundSources);
        services = List.copyOf(services);
        gaps = List.copyOf(gaps);
        jobs = Period.orNone(jobs);
        checkIns = Period.orNone(checkIns);
    }

    /** All that ever began under the other id, the one that goes on or ended last at the end. */
    static Stream<PeriodBeside> allOf(Enrolment other) {
        return Stream.concat(other.earlier().stream(), Stream.of(other.period()))
                .flatMap(period -> of(other.participant(), period));
    }

    private static Stream<PeriodBeside> of(String participant, Period period) {
        LocalDate started = period.startedOn();
        if (started == null) {
            return Stream.empty();
        }
        Exit exit = period.exit();
        LocalDate byStaff = exit == null || exit.kind() == Exit.Kind.NO_SERVICE ? null : exit.decidedOn();
        List<Given> services = period.services().stream()
                .filter(ServiceGiven::qualifying)
                .map(s -> new Given(
                        s.id(),
                        s.programme(),
                        s.code(),
                        s.name(),
                        s.givenOn()
                                .filter(day -> byStaff == null || !day.isAfter(byStaff))
                                .distinct()
                                .sorted()
                                .toList()))
                .filter(given -> !given.on().isEmpty())
                .toList();
        List<Programme> binding = exit != null
                ? List.of()
                : period.programmes().stream()
                        .filter(ProgrammeEnrolment::open)
                        .map(ProgrammeEnrolment::programme)
                        .distinct()
                        .toList();
        return Stream.of(new PeriodBeside(
                participant,
                period.id(),
                started,
                binding,
                period.programmes().stream()
                        .map(ProgrammeEnrolment::fundSource)
                        .distinct()
                        .toList(),
                services,
                byStaff == null ? period.gaps() : List.of(),
                period.placements(),
                period.followUps().stream()
                        .filter(FollowUp::ownAndMade)
                        .map(made -> made.madeUnder(participant))
                        .toList(),
                byStaff));
    }

    Stream<LocalDate> givenOn() {
        return services.stream().flatMap(given -> given.on().stream());
    }

    /** The service that was given on this day. */
    Optional<Given> on(LocalDate day) {
        return services.stream().filter(given -> given.on().contains(day)).findFirst();
    }

    /** Whether staff ended it before this day. */
    boolean endedByStaffBefore(LocalDate day) {
        return endedByStaffOn != null && endedByStaffOn.isBefore(day);
    }

    /** @param until the first day after */
    PeriodBeside between(LocalDate from, LocalDate until) {
        List<Given> within = services.stream()
                .map(given -> new Given(
                        given.service(),
                        given.programme(),
                        given.code(),
                        given.name(),
                        given.on().stream()
                                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                                .toList()))
                .filter(given -> !given.on().isEmpty())
                .toList();
        return new PeriodBeside(
                participant,
                period,
                startedOn,
                programmes,
                fundSources,
                within,
                gaps.stream()
                        .filter(gap ->
                                gap.from().isBefore(until) && !gap.until().isBefore(from))
                        .toList(),
                jobs,
                checkIns,
                endedByStaffOn);
    }
}
