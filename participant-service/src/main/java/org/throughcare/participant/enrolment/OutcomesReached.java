package org.throughcare.participant.enrolment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One participant's outcomes by horizon, over all periods (H9): what follows from services, placements, retention and follow-up, and what
 * staff saw. A measure that was not reached is listed too, so that what is missing shows.
 */
public final class OutcomesReached {

    /** @param measures in the order in which they are looked at */
    public record OnHorizon(Outcome.Horizon horizon, List<Measured> measures) {}

    /** @param firstOn the day on which it was reached first; null while it was not */
    public record Measured(
            Outcome.Measure measure,
            boolean reached,
            @Nullable LocalDate firstOn,
            List<Sign> signs) {}

    /**
     * What shows that an outcome was reached.
     *
     * @param source id of the service, placement, retention check, follow-up or recorded outcome
     * @param evidence in words
     */
    public record Sign(
            Kind kind,
            String source,
            LocalDate on,
            String evidence,
            @Nullable String note) {

        /** Where it comes from. */
        public enum Kind {
            SERVICE,
            PLACEMENT,
            RETENTION,
            FOLLOW_UP,
            STAFF
        }
    }

    private final ServiceCatalogues catalogues;
    private final TermsInForce terms;

    public OutcomesReached(ServiceCatalogues catalogues, TermsInForce terms) {
        this.catalogues = catalogues;
        this.terms = terms;
    }

    public List<OnHorizon> of(Enrolment enrolment) {
        List<Period> periods = Stream.concat(enrolment.earlier().stream(), Stream.of(enrolment.period()))
                .toList();
        return Arrays.stream(Outcome.Horizon.values())
                .map(horizon -> new OnHorizon(
                        horizon,
                        Arrays.stream(Outcome.Measure.values())
                                .filter(m -> m.horizon() == horizon)
                                .map(m -> measured(m, enrolment, periods))
                                .toList()))
                .toList();
    }

    private Measured measured(Outcome.Measure measure, Enrolment enrolment, List<Period> periods) {
        List<Sign> signs = periods.stream()
                .flatMap(period -> Stream.concat(derived(measure, enrolment, period), seen(measure, period)))
                .sorted(Comparator.comparing(Sign::on).thenComparing(Sign::source))
                .toList();
        return new Measured(
                measure,
                !signs.isEmpty(),
                signs.isEmpty() ? null : signs.getFirst().on(),
                signs);
    }

    private static Stream<Sign> seen(Outcome.Measure measure, Period period) {
        return period.outcomes().stream().filter(o -> o.measure() == measure).map(o -> {
            String evidence = o.evidence();
            return new Sign(Sign.Kind.STAFF, o.id(), o.on(), evidence == null ? "" : evidence, o.note());
        });
    }

    private Stream<Sign> derived(Outcome.Measure measure, Enrolment enrolment, Period period) {
        return switch (measure) {
            case REFERRALS_MADE -> period.services().stream().flatMap(this::referral);
            case JOB_WITH_BENEFITS -> placements(period, Placement::benefits, job -> "benefits with " + job.employer());
            case FAMILY_SELF_SUFFICIENT ->
                placements(
                        period,
                        job -> job.selfSufficiency().selfSufficient(),
                        job -> job.selfSufficiency().percent() + " % of what the family needs");
            case WAGE_AT_FLOOR ->
                wages(period)
                        .filter(wage -> reachesFloor(wage, enrolment, period))
                        .map(Wage::sign);
            case LIFE_SKILLS,
                    PROBLEM_SOLVING,
                    FEWER_CRISES,
                    PROGRAMME_COMPLETED,
                    CREDENTIAL,
                    SELF_EMPLOYMENT,
                    LESS_ASSISTANCE -> Stream.of();
        };
    }

    /** Only a referral that was truly made, as its note proves. */
    private Stream<Sign> referral(ServiceGiven service) {
        return catalogues.of(service.programme(), service.from()).referrals().contains(service.code())
                ? service.givenOn()
                        .distinct()
                        .map(day -> new Sign(Sign.Kind.SERVICE, service.id(), day, service.name(), null))
                : Stream.of();
    }

    private static Stream<Sign> placements(
            Period period, Predicate<Placement> shows, Function<Placement, String> words) {
        return period.placements().stream()
                .filter(shows)
                .map(job -> new Sign(Sign.Kind.PLACEMENT, job.id(), job.startedOn(), words.apply(job), null));
    }

    private record Wage(
            Sign.Kind kind,
            String source,
            LocalDate on,
            Pay pay,
            @Nullable String note) {
        Sign sign() {
            return new Sign(kind, source, on, "$" + pay.hourlyWage().toPlainString() + " an hour", note);
        }
    }

    private static Stream<Wage> wages(Period period) {
        return Stream.of(
                        period.placements().stream()
                                .map(job -> wage(Sign.Kind.PLACEMENT, job.id(), job.startedOn(), job.pay(), null)),
                        period.placements().stream()
                                .flatMap(job -> job.retention().stream())
                                .filter(Placement.Retention::employed)
                                .map(look -> wage(Sign.Kind.RETENTION, look.id(), look.on(), look.pay(), null)),
                        period.followUps().stream()
                                .filter(f -> Boolean.TRUE.equals(f.employed()))
                                .map(f -> wage(Sign.Kind.FOLLOW_UP, f.id(), f.doneOn(), f.pay(), f.note())))
                .flatMap(each -> each)
                .flatMap(Optional::stream);
    }

    private static Optional<Wage> wage(
            Sign.Kind kind, String source, @Nullable LocalDate on, @Nullable Pay pay, @Nullable String note) {
        return on == null || pay == null ? Optional.empty() : Optional.of(new Wage(kind, source, on, pay, note));
    }

    private boolean reachesFloor(Wage wage, Enrolment enrolment, Period period) {
        BigDecimal floor = terms.wageFloor(period, enrolment.site(), wage.on());
        return floor != null && wage.pay().hourlyWage().compareTo(floor) >= 0;
    }
}
