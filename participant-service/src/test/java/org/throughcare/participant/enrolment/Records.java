package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.MergingRecords;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.ParticipantEvent;
import org.throughcare.participant.identity.PersonName;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.identity.SealedIdentity;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.InMemoryAggregates;

/**
 * Records of people, some of whom have more than one: the use cases themselves over stores in memory, with a clock that is moved forward
 * and looks at each deadline in the first moment of each day. News is heard when a test says so.
 */
final class Records {

    static final LocalDate FIRST = LocalDate.of(2031, 1, 6);

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final String GOAL = "goal-1";

    private final BusinessClock clock = new BusinessClock();
    private final InMemoryAggregates<Participant> participants = new InMemoryAggregates<>(
            (p, path) -> (path.equals("aliases") ? p.aliases().stream() : Stream.ofNullable(p.mergedInto()))
                    .map(UUID::toString)
                    .toList());
    private final InMemoryAggregates<Enrolment> enrolments = new InMemoryAggregates<>((e, path) ->
            e.period().beside().stream().map(PeriodBeside::participant).toList());
    private final Shipped shipped = new Shipped();
    private final TermsInForce terms = new TermsInForce(shipped, shipped);
    private final ProofOnFile none = (participant, service, appointment, at) -> List.of();
    private final Aliases aliases = new Aliases(participants);
    private final Resting<Enrolment> resting = new Resting<>(
            aliases,
            () -> enrolments,
            (other, own) -> EnrolmentSnapshot.of(other).standsFor(EnrolmentSnapshot.of(own)));
    private final CountingUnderAllIds counting =
            new CountingUnderAllIds(() -> enrolments, aliases, resting, terms, clock);
    private final WatchingTheExitClock watching = new WatchingTheExitClock(terms, none, counting);
    private final MergingRecords merging = new MergingRecords(participants);
    private final Residences home =
            id -> java.util.Optional.of(new Residences.Residence(Shipped.SITE.toString(), ZONE));
    private final EvidencingAService evidencing = new EvidencingAService(enrolments, none, clock);
    private final RecordingAService recording =
            new RecordingAService(enrolments, terms, shipped, none, id -> null, id -> Set.of(GOAL), evidencing, clock);
    private final AtomicInteger ids = new AtomicInteger();
    private LocalDate today = FIRST;

    Records() {
        clock.moveTo(FIRST.atStartOfDay(ZONE).toInstant());
        assertThat(clock.today(ZONE)).isEqualTo(FIRST);
    }

    static LocalDate day(int after) {
        return FIRST.plusDays(after);
    }

    LocalDate today() {
        return today;
    }

    UUID takenIn() {
        UUID id = new UUID(0, ids.incrementAndGet());
        Participant one = new Participant(
                id,
                "number-" + id,
                new PersonName("Catherine", "Schmidt", null),
                "en",
                Shipped.SITE,
                ZONE,
                new SealedIdentity(null, List.of()),
                List.of(),
                List.of(),
                null,
                ContactPlan.none(),
                new Participant.Intake(Instant.EPOCH, "w", List.of(), null),
                true,
                null,
                List.of());
        participants.create(
                command(),
                id.toString(),
                () -> Decision.accept(one, new ParticipantEvent.IntakeCompleted(Shipped.SITE, one.caseNumber())));
        return id;
    }

    /** Somebody who is enrolled from today and was not given anything yet. */
    UUID enrolled() {
        return enrols(takenIn());
    }

    UUID enrols(UUID id) {
        return enrols(id, Programme.LEAP, FundSource.LEAP_GRANT);
    }

    UUID enrols(UUID id, Programme programme, FundSource source) {
        done(new DeterminingEligibility(enrolments, home, clock)
                .determine(
                        command(),
                        new DeterminingEligibility.Determination(
                                id(), id.toString(), programme, true, null, "papers seen", null, "w")));
        done(new EnrollingInAProgramme(enrolments, terms, clock)
                .decide(
                        command(),
                        new EnrollingInAProgramme.EnrolmentDecision(
                                id(), id.toString(), programme, source, null, "goals", "staffing", null, "w")));
        return id;
    }

    /** Enrolled, given a service and proven to have been, all of it today. */
    UUID participating() {
        return participating(FundSource.LEAP_GRANT);
    }

    /** The same, whoever pays for it. */
    UUID participating(FundSource source) {
        UUID id = enrols(takenIn(), Programme.LEAP, source);
        given(id, today);
        return id;
    }

    Result<Enrolment> findsJob(UUID id, LocalDate firstDay) {
        return new RecordingAPlacement(enrolments, terms, shipped, clock)
                .record(
                        command(),
                        new RecordingAPlacement.Job(
                                id(),
                                id.toString(),
                                "Baker",
                                "Baker",
                                firstDay,
                                new Pay(new BigDecimal("18.50"), new BigDecimal("40")),
                                true,
                                null,
                                FamilyType.ADULT,
                                "w"));
    }

    Result<Enrolment> followsUp(UUID id, int month, LocalDate day) {
        return new RecordingAFollowUp(enrolments, shipped, clock)
                .record(
                        command(),
                        new RecordingAFollowUp.CheckIn(
                                id.toString(),
                                month,
                                day,
                                FollowUp.Method.TELEPHONE,
                                null,
                                true,
                                false,
                                null,
                                null,
                                "w"));
    }

    Result<Enrolment> followedLightly(UUID id) {
        return new DecidingFollowUp(enrolments, terms, clock)
                .decide(
                        command(),
                        new DecidingFollowUp.ScopeDecision(
                                id.toString(),
                                FollowUpScope.Intensity.LIGHTER,
                                null,
                                List.of(FollowUp.Kind.values()[0]),
                                true,
                                "needs little",
                                "w"));
    }

    /** Given and proven; nobody has heard of it yet. */
    String given(UUID id, LocalDate day) {
        String service = id();
        done(attempted(id, service, day));
        proves(id, service, day);
        return service;
    }

    Result<Enrolment> attempted(UUID id, String service, LocalDate day) {
        return recording.record(
                command(),
                new RecordingAService.Service(
                        service,
                        id.toString(),
                        Programme.LEAP,
                        "ASSESS",
                        day,
                        null,
                        GOAL,
                        null,
                        "lower levels did not do",
                        "was given, and entered late",
                        "w"));
    }

    /** A signed note of that day. */
    void proves(UUID id, String service, LocalDate day) {
        evidencing.prove(id.toString(), service, new Evidence(id(), Evidence.Kind.NOTE, day), id());
    }

    Result<Enrolment> plansGap(UUID id, LocalDate from, LocalDate until) {
        return new PlanningAGap(enrolments, terms, shipped, clock)
                .plan(
                        command(),
                        new PlanningAGap.Gap(
                                id(),
                                id.toString(),
                                from,
                                until,
                                PlannedGap.Reason.HEALTH,
                                "note-gap",
                                List.of("ASSESS"),
                                "w"));
    }

    boolean couldPlanGap(UUID id, LocalDate from, LocalDate until) {
        Enrolment now = enrolment(id);
        PlannedGap gap =
                new PlannedGap("gap", from, until, PlannedGap.Reason.HEALTH, "note-gap", List.of("ASSESS"), today, "w");
        return now.planGap(gap, terms.of(now, today), List.of(shipped.of(Programme.LEAP, today)), today)
                instanceof Decision.Accepted<Enrolment>;
    }

    Result<Enrolment> exits(UUID id, Exit.Kind kind) {
        return new EndingAParticipation(enrolments, terms, _ -> null, clock)
                .end(
                        command(),
                        new EndingAParticipation.ExitDecision(
                                id.toString(),
                                kind,
                                "papers seen",
                                "note-1",
                                "document-1",
                                today,
                                today.plusDays(120),
                                false,
                                false,
                                true,
                                "w"));
    }

    void merge(UUID alias, UUID into) {
        assertThat(merging.merge(command(), alias, into)).isInstanceOf(Result.Done.class);
    }

    void unmerge(UUID alias) {
        assertThat(merging.undo(command(), alias)).isInstanceOf(Result.Done.class);
    }

    /** News of this record, whatever it was. */
    Records hears(UUID of) {
        counting.count(of);
        return this;
    }

    /** All news there is, until none of it leads to more. */
    Records hearsAll() {
        int before;
        do {
            before = enrolments.announced().size();
            participants.all().forEach(each -> hears(each.state().id()));
            assertThat(before)
                    .as("one piece of news leads to the next for ever")
                    .isLessThan(10_000);
        } while (enrolments.announced().size() > before);
        return this;
    }

    /** Day by day; on each the deadlines are looked at as soon as they are due, without any news. */
    Records until(LocalDate day) {
        while (today.isBefore(day)) {
            today = today.plusDays(1);
            clock.moveTo(today.atStartOfDay(ZONE).toInstant());
            enrolments.all().forEach(each -> visits(UUID.fromString(each.id())));
        }
        return this;
    }

    /** As long as it is due and a visit finds something to do. */
    void visits(UUID id) {
        Instant due = enrolment(id).dueAt();
        boolean done = true;
        while (done && due != null && !due.isAfter(clock.now())) {
            done = enrolments.change(
                            command(), id.toString(), each -> resting.visit(id, watching.visit(each, clock.now())))
                    instanceof Result.Done<Enrolment>;
            due = enrolment(id).dueAt();
        }
    }

    Enrolment enrolment(UUID id) {
        return enrolments.find(id.toString()).map(Stored::state).orElseThrow();
    }

    EnrolmentSnapshot snapshot(UUID id) {
        return EnrolmentSnapshot.of(enrolment(id));
    }

    /** The enrolment that counts, whichever of the person's ids it is asked for by. */
    EnrolmentSnapshot ofPerson(UUID id) {
        List<EnrolmentSnapshot> all = new ArrayList<>();
        for (UUID each : aliases.allOf(id)) {
            enrolments
                    .find(each.toString())
                    .map(Stored::state)
                    .map(EnrolmentSnapshot::of)
                    .ifPresent(all::add);
        }
        return EnrolmentSnapshot.ofPerson(all).orElseThrow();
    }

    @Nullable
    LocalDate exitOn(UUID id) {
        EnrolmentSnapshot.Ended exit = snapshot(id).exit();
        return exit == null ? null : exit.on();
    }

    @Nullable
    LocalDate endsOn(UUID id) {
        return snapshot(id).exitProjectedOn();
    }

    List<Happened> announced() {
        return enrolments.announced();
    }

    Happened last() {
        return enrolments.announced().getLast();
    }

    void done(Result<Enrolment> result) {
        assertThat(result).as("on %s: %s", today, result).isInstanceOf(Result.Done.class);
    }

    String id() {
        return "id-" + ids.incrementAndGet();
    }

    private Command command() {
        return Command.withId("command-" + ids.incrementAndGet());
    }
}
