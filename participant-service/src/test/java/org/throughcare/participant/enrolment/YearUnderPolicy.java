package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.plan.BackUps;
import org.throughcare.participant.plan.Goal;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.plan.ReviewRhythm;
import org.throughcare.participant.plan.ReviewingAPlan;
import org.throughcare.participant.plan.StartingAPlan;
import org.throughcare.participant.plan.Step;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.InMemoryAggregates;

/**
 * One participant under one policy as it ships: the use cases themselves, with a clock that is moved forward and looks at the deadline
 * in the first moment of each day.
 */
final class YearUnderPolicy {

    private static final String PARTICIPANT = new UUID(0, 1).toString();
    private static final String GOAL = "goal-1";

    private final BusinessClock clock = new BusinessClock();
    private final InMemoryAggregates<Plan> plans = new InMemoryAggregates<>((_, _) -> null);
    private final InMemoryAggregates<Enrolment> enrolments = new InMemoryAggregates<>((_, _) -> null);
    private final Map<LocalDate, List<Happened>> byClock = new HashMap<>();
    private final Programme programme;
    private final FundSource fundSource;
    private final ZoneId zone;
    private final WatchingTheExitClock watching;
    private final DeterminingEligibility determining;
    private final EnrollingInAProgramme enrolling;
    private final RecordingAService recording;
    private final EvidencingAService evidencing;
    private final PlanningAGap planning;
    private final RecordingAPlacement placing;
    private final DeterminingNeedOfTraining training;
    private final DecidingFollowUp scoping;
    private final RecordingAFollowUp followingUp;
    private final EndingAService ending;
    private final StartingAPlan startingPlans;
    private final ReviewingAPlan reviewing;
    private LocalDate today;
    private int ids;

    private @Nullable Refusal refusal;

    YearUnderPolicy(Programme programme, FundSource fundSource, String zone, LocalDate first) {
        this.programme = programme;
        this.fundSource = fundSource;
        this.zone = ZoneId.of(zone);
        Shipped shipped = new Shipped();
        TermsInForce terms = new TermsInForce(shipped, shipped);
        ProofOnFile none = (participant, service, appointment, at) -> List.of();
        Aliases nobodys = new Aliases(new InMemoryAggregates<>((_, _) -> null));
        Resting<Enrolment> resting = new Resting<>(nobodys, () -> enrolments, (_, _) -> false);
        watching = new WatchingTheExitClock(
                terms, none, new CountingUnderAllIds(() -> enrolments, nobodys, resting, terms, clock));
        Residences home = id -> java.util.Optional.of(new Residences.Residence(Shipped.SITE.toString(), this.zone));
        determining = new DeterminingEligibility(enrolments, home, clock);
        enrolling = new EnrollingInAProgramme(enrolments, terms, clock);
        evidencing = new EvidencingAService(enrolments, none, clock);
        recording = new RecordingAService(
                enrolments, terms, shipped, none, id -> null, id -> Set.of(GOAL), evidencing, clock);
        planning = new PlanningAGap(enrolments, terms, shipped, clock);
        placing = new RecordingAPlacement(enrolments, terms, shipped, clock);
        training = new DeterminingNeedOfTraining(enrolments, shipped, clock);
        scoping = new DecidingFollowUp(enrolments, terms, clock);
        followingUp = new RecordingAFollowUp(enrolments, shipped, clock);
        ending = new EndingAService(enrolments, clock);
        PolicyValues values = shipped.on(programme, null, first).values();
        ReviewRhythm rhythm = (participant, site, on) ->
                new ReviewRhythm.Rhythm(values.planReviewEveryDays(), values.reviewDaysAfterService());
        startingPlans = new StartingAPlan(plans, home, participant -> List.of(), rhythm, clock);
        reviewing = new ReviewingAPlan(plans, rhythm, clock);
        today = first;
        clock.moveTo(first.atStartOfDay(this.zone).toInstant());
        assertThat(clock.today(this.zone))
                .as("the year lies ahead of the machine's clock")
                .isEqualTo(first);
    }

    /** Day by day; on each the deadline is looked at as soon as it is due. */
    YearUnderPolicy until(LocalDate day) {
        while (today.isBefore(day)) {
            today = today.plusDays(1);
            clock.moveTo(today.atStartOfDay(zone).toInstant());
            looks();
        }
        return this;
    }

    private void looks() {
        visits(enrolments, enrolment().dueAt(), each -> watching.visit(each, clock.now()));
        plans.find(PARTICIPANT).ifPresent(plan -> visits(plans, plan.state().dueAt(), each -> each.visit(clock.now())));
    }

    private <S> void visits(InMemoryAggregates<S> all, @Nullable Instant due, Function<S, Decision<S>> visit) {
        if (due == null || due.isAfter(clock.now())) {
            return;
        }
        int before = all.announced().size();
        all.change(command(), PARTICIPANT, visit);
        byClock.computeIfAbsent(today, _ -> new ArrayList<>())
                .addAll(all.announced().subList(before, all.announced().size()));
    }

    YearUnderPolicy enrols() {
        done(determining.determine(
                command(),
                new DeterminingEligibility.Determination(
                        id(), PARTICIPANT, programme, true, null, "papers seen", null, "w")));
        return done(enrolling.decide(
                command(),
                new EnrollingInAProgramme.EnrolmentDecision(
                        id(), PARTICIPANT, programme, fundSource, null, "goals and barriers", null, null, "w")));
    }

    /** Today, with its note of today. */
    YearUnderPolicy given(String code) {
        return given(code, null);
    }

    YearUnderPolicy given(String code, @Nullable String justification) {
        String id = entered(code, null, justification);
        return proven(id, today);
    }

    /** On record, and nothing proves it yet. */
    String entered(String code, @Nullable LocalDate until, @Nullable String justification) {
        String id = id();
        done(attempted(id, code, until, justification));
        return id;
    }

    Result<Enrolment> attempted(String id, String code, @Nullable LocalDate until, @Nullable String justification) {
        return recording.record(
                command(),
                new RecordingAService.Service(
                        id,
                        PARTICIPANT,
                        programme,
                        code,
                        today,
                        until,
                        GOAL,
                        null,
                        "lower levels did not lead to work",
                        justification,
                        "w"));
    }

    YearUnderPolicy proven(String service, LocalDate on) {
        done(evidencing.prove(PARTICIPANT, service, new Evidence(id(), Evidence.Kind.NOTE, on), "cause-" + ids));
        return planHears(service);
    }

    /** Today. */
    YearUnderPolicy ends(String service) {
        done(ending.end(command(), PARTICIPANT, service, today));
        return planHears(service);
    }

    /** As the service itself hears what it announced (N3). */
    private YearUnderPolicy planHears(String service) {
        enrolment()
                .period()
                .service(service)
                .flatMap(ServiceGiven::completedOn)
                .ifPresent(on -> reviewing.callFor(PARTICIPANT, service, on));
        return this;
    }

    /** Today, with one goal. */
    YearUnderPolicy plansGoal() {
        Step step = new Step("step-1", "Write a résumé", "participant", Step.Delivery.BY_STAFF, null, null, null, null);
        Goal goal = new Goal(
                GOAL,
                "Work as a baker",
                "hired for 30 hours a week",
                List.of(step),
                "supports the family",
                today.plusDays(200),
                "participant",
                1,
                Goal.State.OPEN,
                null,
                null);
        assertThat(startingPlans.start(
                        command(),
                        new StartingAPlan.NewPlan(
                                PARTICIPANT,
                                "bakery first",
                                List.of("job center"),
                                new BackUps("bus", "not needed"),
                                List.of(goal),
                                "w")))
                .isInstanceOf(Result.Done.class);
        return this;
    }

    YearUnderPolicy reviewsPlan() {
        assertThat(reviewing.review(command(), PARTICIPANT, id(), today, "goes on", "w"))
                .isInstanceOf(Result.Done.class);
        return this;
    }

    LocalDate reviewDueOn() {
        return plans.find(PARTICIPANT).orElseThrow().state().reviewDueOn();
    }

    YearUnderPolicy plansGap(LocalDate from, LocalDate until, String expected) {
        return done(planning.plan(
                command(),
                new PlanningAGap.Gap(
                        id(),
                        PARTICIPANT,
                        from,
                        until,
                        PlannedGap.Reason.DELAY_BEFORE_TRAINING,
                        "note-gap",
                        List.of(expected),
                        "w")));
    }

    YearUnderPolicy findsJob(LocalDate startedOn) {
        return done(placing.record(
                command(),
                new RecordingAPlacement.Job(
                        id(),
                        PARTICIPANT,
                        "Bakery",
                        "Baker",
                        startedOn,
                        new Pay(new BigDecimal("20.00"), new BigDecimal("40")),
                        true,
                        null,
                        FamilyType.ADULT,
                        "w")));
    }

    YearUnderPolicy needsTraining(LocalDate interviewed) {
        return done(training.determine(
                command(),
                new DeterminingNeedOfTraining.Determination(
                        id(),
                        PARTICIPANT,
                        TrainingDetermination.Basis.INTERVIEW,
                        interviewed,
                        null,
                        null,
                        true,
                        true,
                        "needs the licence, reads well",
                        "w")));
    }

    YearUnderPolicy followedUpLighter(int forMonths) {
        return done(scoping.decide(
                command(),
                new DecidingFollowUp.ScopeDecision(
                        PARTICIPANT,
                        FollowUpScope.Intensity.LIGHTER,
                        forMonths,
                        List.of(FollowUp.Kind.MENTORING),
                        true,
                        "summer work alone, back at school",
                        "w")));
    }

    YearUnderPolicy checksIn(int month) {
        return done(followingUp.record(
                command(),
                new RecordingAFollowUp.CheckIn(
                        PARTICIPANT, month, today, FollowUp.Method.TELEPHONE, null, true, null, null, null, "w")));
    }

    private YearUnderPolicy done(Result<Enrolment> result) {
        if (result instanceof Result.Refused<Enrolment>(Refusal why)) {
            refusal = why;
        }
        assertThat(result).as("on %s: %s", today, refusal).isInstanceOf(Result.Done.class);
        return this;
    }

    LocalDate endsOn() {
        return Objects.requireNonNull(snapshot().exitProjectedOn(), "no end in sight");
    }

    LocalDate warnsOn() {
        return Objects.requireNonNull(snapshot().warnFrom(), "no warning in sight");
    }

    /** Days on which the deadline announced this, in order. */
    List<LocalDate> announcedByClock(Class<? extends Happened> kind) {
        return byClock.entrySet().stream()
                .filter(day -> day.getValue().stream().anyMatch(kind::isInstance))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    List<LocalDate> followUpsDue() {
        return snapshot().followUps().stream()
                .map(EnrolmentSnapshot.CheckIn::dueOn)
                .toList();
    }

    EnrolmentSnapshot snapshot() {
        return EnrolmentSnapshot.of(enrolment());
    }

    Exit exit() {
        return Objects.requireNonNull(enrolment().period().exit(), "no exit");
    }

    private Enrolment enrolment() {
        return enrolments.find(PARTICIPANT).orElseThrow().state();
    }

    private String id() {
        return "id-" + ++ids;
    }

    private Command command() {
        return Command.withId("command-" + ++ids);
    }
}
