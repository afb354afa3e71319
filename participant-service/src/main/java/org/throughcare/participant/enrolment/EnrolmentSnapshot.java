package org.throughcare.participant.enrolment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * What everybody may know of an enrolment: the current period in full, the earlier ones beside it.
 *
 * @param participationStart first day under any of the person's ids, as far as they are one participation (Y2, H8)
 * @param lastService the service that the exit would be dated to, so that a screen can say which one moved it (Y5)
 * @param exitProjectedOn the day on which the participation ends unless another qualifying service is given before
 * @param gap the planned gap that is under way or ahead
 * @param unevidenced qualifying services that nothing proves yet
 * @param placement the job that began last, under any of the person's ids
 * @param trainingDeterminations absent from what was announced before there were any (N14)
 * @param followUpScope how a youth is followed up, once that was decided (N9)
 * @param oneWith periods under the person's other ids that are one participation with the current one (H8); absent from what was announced
 *     before it was told
 */
public record EnrolmentSnapshot(
        String participant,
        String site,
        ZoneId zone,
        Enrolment.State state,
        String period,
        int periodNumber,
        List<InProgramme> programmes,
        @Nullable LocalDate participationStart,
        List<Service> services,
        @Nullable LastService lastService,
        @Nullable LocalDate exitProjectedOn,
        @Nullable LocalDate warnFrom,
        @Nullable Gap gap,
        List<Gap> gaps,
        int unevidenced,
        @Nullable Ended exit,
        @Nullable Job placement,
        List<Job> placements,
        List<CheckIn> followUps,
        @Nullable LocalDate followUpEndsOn,
        List<MonitorFlag> flags,
        Eligibility.@Nullable AtEntry atEntry,
        List<EarlierPeriod> earlier,
        @Nullable List<NeedOfTraining> trainingDeterminations,
        @Nullable Scope followUpScope,
        @Nullable List<String> oneWith)
        implements Standing {

    /** @param positive in need of training, and likely to succeed in it (N14) */
    public record NeedOfTraining(
            String id, TrainingDetermination.Basis basis, LocalDate basisOn, LocalDate on, boolean positive) {}

    /** How a youth is followed up (N9); the basis is in the record. */
    public record Scope(
            FollowUpScope.Intensity intensity, int forMonths, List<FollowUp.Kind> kinds, boolean summerOnly) {}

    public record InProgramme(
            String id,
            Programme programme,
            FundSource fundSource,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** @param evidence the last proof, if any */
    public record Service(
            String id,
            Programme programme,
            String code,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            boolean qualifying,
            CatalogueEntry.Level level,
            @Nullable Evidence evidence,
            List<LocalDate> givenOn,
            List<String> pirl) {}

    /** @param under the id under which it is on record, when that is another of the person's ids (H8) */
    public record LastService(
            String id,
            Programme programme,
            String code,
            String name,
            LocalDate on,
            boolean proven,
            @Nullable String under) {}

    public record Gap(String id, LocalDate from, LocalDate until, PlannedGap.Reason reason) {}

    public record Ended(String id, LocalDate on, Exit.Kind kind, LocalDate decidedOn, boolean positive) {}

    public record Job(
            String id,
            String employer,
            LocalDate startedOn,
            BigDecimal hourlyWage,
            BigDecimal hoursPerWeek,
            boolean benefits,
            boolean selfSufficient,
            @Nullable Boolean retained) {}

    /** @param under the id under which it was made, when that is another of the person's ids (H8) */
    public record CheckIn(
            String id,
            int month,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable Boolean employed,
            @Nullable Boolean inEducation,
            @Nullable BigDecimal hourlyWage,
            @Nullable BigDecimal hoursPerWeek,
            @Nullable String under) {}

    /** A period before the current one, with all that the federal record asks of it. */
    public record EarlierPeriod(
            String id,
            int number,
            List<InProgramme> programmes,
            @Nullable LocalDate participationStart,
            List<Service> services,
            @Nullable Ended exit,
            List<Job> placements,
            List<CheckIn> followUps) {}

    public static EnrolmentSnapshot of(Enrolment e) {
        Period p = e.period();
        ParticipationTerms terms = e.terms();
        Optional<OneParticipation> one = terms == null ? Optional.empty() : OneParticipation.of(p, terms);
        Optional<ExitClock> clock = one.map(OneParticipation::clock);
        Optional<ExitClock> running = clock.filter(c -> p.exit() == null);
        List<Job> jobs = p.placements().stream().map(EnrolmentSnapshot::job).toList();
        Optional<Job> lastJob = p.jobs()
                .reduce((a, b) -> b.startedOn().isBefore(a.startedOn()) ? a : b)
                .map(EnrolmentSnapshot::job);
        return new EnrolmentSnapshot(
                e.participant(),
                e.site(),
                e.zone(),
                e.state(),
                p.id(),
                p.number(),
                programmes(p),
                one.map(OneParticipation::beginsOn).orElse(p.startedOn()),
                services(p),
                clock.flatMap(c -> last(p, c.lastGiven())).orElse(null),
                running.map(ExitClock::endsOn).orElse(null),
                running.map(c -> c.endsOn().minusDays(terms == null ? 0 : terms.justifyServiceWithinDays()))
                        .orElse(null),
                running.flatMap(c -> p.allGaps().stream()
                                .filter(g -> !g.until().isBefore(c.lastGiven()))
                                .max(Comparator.comparing(PlannedGap::until)))
                        .map(EnrolmentSnapshot::gap)
                        .orElse(null),
                p.gaps().stream().map(EnrolmentSnapshot::gap).toList(),
                (int) p.services().stream()
                        .filter(s -> s.qualifying() && s.givenOn().findAny().isEmpty())
                        .count(),
                ended(p),
                lastJob.orElse(null),
                jobs,
                checkIns(p),
                p.followUpEndsOn(),
                terms == null ? List.of() : MonitorFlag.in(p, terms),
                e.eligibility().stream()
                        .map(Eligibility::atEntry)
                        .filter(java.util.Objects::nonNull)
                        .reduce((a, b) -> b)
                        .orElse(null),
                e.earlier().stream().map(EnrolmentSnapshot::earlier).toList(),
                p.determinations().stream()
                        .map(d -> new NeedOfTraining(d.id(), d.basis(), d.basisOn(), d.on(), d.positive()))
                        .toList(),
                scope(p.followUpScope()),
                one.map(OneParticipation::periods).orElse(List.of()));
    }

    /**
     * The enrolments of one person as one (H8): the one that counts; periods under the person's other ids are earlier ones of it, so that
     * no service is lost and none counts twice.
     *
     * @param all of one person, the one that is worked with first; empty when there is none
     */
    public static Optional<EnrolmentSnapshot> ofPerson(List<EnrolmentSnapshot> all) {
        return Standing.counting(all)
                .map(counts -> counts.under(all.getFirst().participant(), counts.andEarlierOf(all)));
    }

    private List<EarlierPeriod> andEarlierOf(List<EnrolmentSnapshot> all) {
        Stream<EarlierPeriod> others = all.stream()
                .filter(each -> !each.participant().equals(participant))
                .flatMap(each -> Stream.concat(each.earlier().stream(), each.asEarlier().stream()));
        return Stream.concat(earlier.stream(), others).toList();
    }

    private Optional<EarlierPeriod> asEarlier() {
        return participationStart == null
                ? Optional.empty()
                : Optional.of(new EarlierPeriod(
                        period, periodNumber, programmes, participationStart, services, exit, placements, followUps));
    }

    /** The same, on record under another of the person's ids. */
    public EnrolmentSnapshot under(String id) {
        return under(id, earlier);
    }

    private EnrolmentSnapshot under(String id, List<EarlierPeriod> before) {
        return new EnrolmentSnapshot(
                id,
                site,
                zone,
                state,
                period,
                periodNumber,
                programmes,
                participationStart,
                services,
                lastService,
                exitProjectedOn,
                warnFrom,
                gap,
                gaps,
                unevidenced,
                exit,
                placement,
                placements,
                followUps,
                followUpEndsOn,
                flags,
                atEntry,
                before,
                trainingDeterminations,
                followUpScope,
                oneWith);
    }

    private static EarlierPeriod earlier(Period p) {
        return new EarlierPeriod(
                p.id(),
                p.number(),
                programmes(p),
                p.startedOn(),
                services(p),
                ended(p),
                p.placements().stream().map(EnrolmentSnapshot::job).toList(),
                checkIns(p));
    }

    private static @Nullable Scope scope(@Nullable FollowUpScope s) {
        return s == null ? null : new Scope(s.intensity(), s.forMonths(), s.kinds(), s.summerOnly());
    }

    private static List<InProgramme> programmes(Period p) {
        return p.programmes().stream()
                .map(x -> new InProgramme(x.id(), x.programme(), x.fundSource(), x.from(), x.until()))
                .toList();
    }

    private static List<Service> services(Period p) {
        return p.services().stream().map(EnrolmentSnapshot::service).toList();
    }

    private static Service service(ServiceGiven s) {
        List<LocalDate> given = s.givenOn().distinct().sorted().toList();
        Stream<Evidence> valid = s.evidence().stream().filter(e -> given.contains(e.on()));
        return new Service(
                s.id(),
                s.programme(),
                s.code(),
                s.name(),
                s.from(),
                s.endedOn() == null ? s.until() : s.endedOn(),
                s.qualifying(),
                s.level(),
                valid.max(Comparator.comparing(Evidence::on)).orElse(null),
                given,
                s.pirl());
    }

    private static Optional<LastService> last(Period p, LocalDate on) {
        return p.besideOn(on)
                .flatMap(b -> b.on(on)
                        .map(s -> new LastService(
                                s.service(), s.programme(), s.code(), s.name(), on, true, b.participant())))
                .or(() -> p.qualifyingOn(on)
                        .map(s -> new LastService(
                                s.id(),
                                s.programme(),
                                s.code(),
                                s.name(),
                                on,
                                s.givenOn().anyMatch(on::equals),
                                null)));
    }

    private static Gap gap(PlannedGap g) {
        return new Gap(g.id(), g.from(), g.until(), g.reason());
    }

    private static @Nullable Ended ended(Period p) {
        Exit x = p.exit();
        return x == null ? null : new Ended(x.id(), x.on(), x.kind(), x.decidedOn(), x.positive());
    }

    private static Job job(Placement p) {
        return new Job(
                p.id(),
                p.employer(),
                p.startedOn(),
                p.pay().hourlyWage(),
                p.pay().hoursPerWeek(),
                p.benefits(),
                p.selfSufficiency().selfSufficient(),
                p.retention().isEmpty() ? null : p.retention().getLast().employed());
    }

    private static List<CheckIn> checkIns(Period p) {
        return p.followUps().stream()
                .map(f -> {
                    Pay pay = f.pay();
                    return new CheckIn(
                            f.id(),
                            f.month(),
                            f.dueOn(),
                            f.doneOn(),
                            f.employed(),
                            f.inEducation(),
                            pay == null ? null : pay.hourlyWage(),
                            pay == null ? null : pay.hoursPerWeek(),
                            f.under());
                })
                .toList();
    }
}
