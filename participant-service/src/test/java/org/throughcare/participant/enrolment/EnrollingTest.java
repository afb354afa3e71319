package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.InMemoryAggregates;

/** Days that have not come, and people who are in no programme yet. */
class EnrollingTest {

    private static final String SOMEBODY = "p-1";

    private final InMemoryAggregates<Enrolment> enrolments = new InMemoryAggregates<>((_, _) -> null);
    private final BusinessClock clock = new BusinessClock();
    private final Shipped shipped = new Shipped();
    private final TermsInForce terms = new TermsInForce(shipped, shipped);
    private final DeterminingEligibility determining = new DeterminingEligibility(
            enrolments,
            id -> id.equals(SOMEBODY)
                    ? Optional.of(new Residences.Residence(Shipped.SITE.toString(), Story.CHICAGO))
                    : Optional.empty(),
            clock);
    private final EnrollingInAProgramme enrolling = new EnrollingInAProgramme(enrolments, terms, clock);
    private final ClosingAProgramme closing = new ClosingAProgramme(enrolments, clock);
    private final LocalDate today = clock.today(Story.CHICAGO);

    private static Command command() {
        return Command.withId(UUID.randomUUID().toString());
    }

    private Result<Enrolment> determined(String participant, @Nullable LocalDate on) {
        return determining.determine(
                command(),
                new DeterminingEligibility.Determination(
                        "e-" + on, participant, Programme.LEAP, true, on, "papers seen", null, "w"));
    }

    private Result<Enrolment> enrolled(@Nullable LocalDate from, @Nullable String elsewhere) {
        return enrolling.decide(
                command(),
                new EnrollingInAProgramme.EnrolmentDecision(
                        "d-" + from,
                        SOMEBODY,
                        Programme.LEAP,
                        FundSource.LEAP_GRANT,
                        from,
                        "goals",
                        null,
                        elsewhere,
                        "w"));
    }

    private static Refusal refused(Result<Enrolment> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Enrolment>) result).refusal();
    }

    private static Enrolment done(Result<Enrolment> result) {
        assertThat(result).isInstanceOf(Result.Done.class);
        return result.now().orElseThrow().state();
    }

    @Test
    @DisplayName(
            "Y2 eligibility is determined and a programme begun today at the latest, of the day that is said, and closed so, too")
    void today() {
        assertThat(refused(determined(SOMEBODY, today.plusDays(1))).field()).isEqualTo("on");
        done(determined(SOMEBODY, today.minusDays(3)));
        assertThat(done(determined(SOMEBODY, null)).eligibility())
                .extracting(Eligibility::on)
                .containsExactly(today.minusDays(3), today);
        assertThat(refused(enrolled(today.plusDays(1), null)).field()).isEqualTo("from");
        assertThat(done(enrolled(today.minusDays(2), null)).period().programmes())
                .extracting(ProgrammeEnrolment::from)
                .containsExactly(today.minusDays(2));
        assertThat(refused(closing.close(command(), SOMEBODY, Programme.LEAP, today.plusDays(1)))
                        .field())
                .isEqualTo("on");
        assertThat(refused(closing.close(command(), SOMEBODY, Programme.CHICAGO, today))
                        .reason())
                .contains("not enrolled in CHICAGO");
        assertThat(done(closing.close(command(), SOMEBODY, Programme.LEAP, today.minusDays(1)))
                        .period()
                        .programmes())
                .extracting(ProgrammeEnrolment::until)
                .containsExactly(today.minusDays(1));
    }

    @Test
    @DisplayName(
            "Y5 of those who are in two programmes the terms of both bind, of a closed one no longer when another begins")
    void whoseTerms() {
        done(determined(SOMEBODY, today.minusDays(3)));
        assertThat(done(enrolled(today.minusDays(2), null)).terms())
                .satisfies(t -> assertThat(t == null ? List.of() : t.policies()).hasSize(1));
        Enrolment both = done(alsoIn(Programme.HUD_CHOICE, FundSource.HUD));
        assertThat(both.terms())
                .satisfies(t -> assertThat(t == null ? List.of() : t.policies()).hasSize(2));
        done(closing.close(command(), SOMEBODY, Programme.LEAP, today));
        Enrolment other = done(alsoIn(Programme.CHICAGO, FundSource.WIOA_DISLOCATED_WORKER));
        assertThat(other.terms())
                .satisfies(t -> assertThat(t == null ? List.of() : t.policies())
                        .hasSize(2)
                        .isNotEqualTo(Objects.requireNonNull(both.terms()).policies()));
    }

    private Result<Enrolment> alsoIn(Programme programme, FundSource source) {
        done(determining.determine(
                command(),
                new DeterminingEligibility.Determination(
                        "e-" + programme, SOMEBODY, programme, true, null, "papers seen", null, "w")));
        return enrolling.decide(
                command(),
                new EnrollingInAProgramme.EnrolmentDecision(
                        "d-" + programme, SOMEBODY, programme, source, null, "goals", "note-staffing", null, "w"));
    }

    @Test
    @DisplayName("Y18 who is better served elsewhere is referred there, and is in no programme")
    void elsewhere() {
        done(determined(SOMEBODY, null));
        Enrolment referred = done(enrolled(null, "Veterans' service"));
        assertThat(referred.referredElsewhere())
                .extracting(ReferredElsewhere::to)
                .containsExactly("Veterans' service");
        assertThat(referred.period().programmes()).isEmpty();
    }

    @Test
    @DisplayName("Y2 nobody is found eligible who is not on record")
    void unknown() {
        assertThat(determined("p-2", null)).isInstanceOf(Result.Missing.class);
        assertThat(enrolments.announced()).isEmpty();
    }

    @Test
    @DisplayName("Y9 N9 N14 C3 N7 of somebody in no programme no gap, follow-up, training, job or exit is recorded")
    void inNoProgramme() {
        done(determined(SOMEBODY, null));
        int announced = enrolments.announced().size();
        Pay pay = new Pay(new BigDecimal("20.00"), new BigDecimal("40"));
        List<Result<Enrolment>> all = List.of(
                new PlanningAGap(enrolments, terms, shipped, clock)
                        .plan(
                                command(),
                                new PlanningAGap.Gap(
                                        "g",
                                        SOMEBODY,
                                        today,
                                        today.plusDays(100),
                                        PlannedGap.Reason.HEALTH,
                                        "n",
                                        List.of("CAREER"),
                                        "w")),
                new DecidingFollowUp(enrolments, terms, clock)
                        .decide(
                                command(),
                                new DecidingFollowUp.ScopeDecision(
                                        SOMEBODY,
                                        FollowUpScope.Intensity.USUAL,
                                        null,
                                        List.of(FollowUp.Kind.MENTORING),
                                        false,
                                        "needs",
                                        "w")),
                new DeterminingNeedOfTraining(enrolments, shipped, clock)
                        .determine(
                                command(),
                                new DeterminingNeedOfTraining.Determination(
                                        "t",
                                        SOMEBODY,
                                        TrainingDetermination.Basis.INTERVIEW,
                                        today,
                                        null,
                                        null,
                                        true,
                                        true,
                                        "grounds",
                                        "w")),
                new RecordingAPlacement(enrolments, terms, shipped, clock)
                        .record(
                                command(),
                                new RecordingAPlacement.Job(
                                        "j",
                                        SOMEBODY,
                                        "Bakery",
                                        "Baker",
                                        today,
                                        pay,
                                        true,
                                        null,
                                        FamilyType.ADULT,
                                        "w")),
                new EndingAParticipation(enrolments, terms, _ -> null, clock)
                        .end(
                                command(),
                                new EndingAParticipation.ExitDecision(
                                        SOMEBODY,
                                        Exit.Kind.DECEASED,
                                        "died",
                                        "n",
                                        "certificate",
                                        null,
                                        null,
                                        false,
                                        false,
                                        true,
                                        "w")));
        assertThat(all).extracting(result -> refused(result).rule()).containsExactly("Y9", "N9", "N14", "C3", "N7");
        assertThat(enrolments.announced()).as("nothing announced").hasSize(announced);
    }
}
