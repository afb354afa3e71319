package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.participant.policy.Programme;

class OutcomesTest {

    private static final Shipped SHIPPED = new Shipped();
    private static final OutcomesReached REACHED = new OutcomesReached(SHIPPED, new TermsInForce(SHIPPED, SHIPPED));

    private static Story participating() {
        Story story = new Story();
        story.enrolment = Enrolment.empty("p-1", Shipped.SITE.toString(), Story.CHICAGO);
        return story.in(Programme.HUD_CHOICE, FundSource.HUD)
                .eligible()
                .enrols()
                .gives("08")
                .proven()
                .after(10);
    }

    private static Story sees(
            Story story, Outcome.Measure measure, LocalDate on, @Nullable String evidence, @Nullable String note) {
        return story.does(story.enrolment.reach(
                new Outcome("o-" + measure + on, measure, on, evidence, note, story.today, "w"), story.today));
    }

    private static OutcomesReached.Measured measured(Story story, Outcome.Measure measure) {
        return REACHED.of(story.enrolment).stream()
                .flatMap(h -> h.measures().stream())
                .filter(m -> m.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("H9 every measure of the three horizons is listed, reached or not")
    void horizons() {
        List<OutcomesReached.OnHorizon> all = REACHED.of(participating().enrolment);
        assertThat(all)
                .extracting(OutcomesReached.OnHorizon::horizon)
                .containsExactly(Outcome.Horizon.IMMEDIATE, Outcome.Horizon.INTERMEDIATE, Outcome.Horizon.FINAL);
        assertThat(all.stream().flatMap(h -> h.measures().stream()))
                .hasSize(Outcome.Measure.values().length)
                .noneMatch(OutcomesReached.Measured::reached);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.Measure.class,
            names = {"JOB_WITH_BENEFITS", "WAGE_AT_FLOOR"},
            mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("H9 what the record cannot know staff record with its day and evidence")
    void seen(Outcome.Measure measure) {
        Story story = participating();
        sees(story, measure, story.today.minusDays(1), "certificate 17", null)
                .announces(EnrolmentEvent.OutcomeReached.class);
        OutcomesReached.Measured found = measured(story, measure);
        assertThat(found.firstOn()).isEqualTo(story.today.minusDays(1));
        assertThat(found.signs())
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo(OutcomesReached.Sign.Kind.STAFF));
    }

    @Test
    @DisplayName("H9 evidence or a note is enough, neither is refused and announces nothing")
    void evidence() {
        Story story = participating();
        int announced = story.announced.size();
        sees(story, Outcome.Measure.LIFE_SKILLS, story.today, " ", null).isRefusedAt("H9", "evidence");
        assertThat(story.announced).hasSize(announced);
        sees(story, Outcome.Measure.LIFE_SKILLS, story.today, null, "note-1")
                .announces(EnrolmentEvent.OutcomeReached.class);
        sees(story, Outcome.Measure.LIFE_SKILLS, story.today, null, "note-1").isRefused("outcome-known", "already");
    }

    @Test
    @DisplayName(
            "H9 it is reached between the enrolment and today: the first and the last day count, those beside them do not")
    void days() {
        Story story = participating();
        sees(story, Outcome.Measure.CREDENTIAL, Story.DAY.minusDays(1), "e", null)
                .isRefusedAt("H9", "on");
        sees(story, Outcome.Measure.CREDENTIAL, story.today.plusDays(1), "e", null)
                .isRefusedAt("H9", "on");
        sees(story, Outcome.Measure.CREDENTIAL, Story.DAY, "e", null).announces(EnrolmentEvent.OutcomeReached.class);
        sees(story, Outcome.Measure.CREDENTIAL, story.today, "e", null).announces(EnrolmentEvent.OutcomeReached.class);
    }

    @Test
    @DisplayName("H9 what follows from a job on record is not typed in, and before enrolment there is none")
    void derivedOnly() {
        Story story = participating();
        sees(story, Outcome.Measure.WAGE_AT_FLOOR, story.today, "pay slip", null)
                .isRefused("H9", "follows from");
        sees(story, Outcome.Measure.JOB_WITH_BENEFITS, story.today, "contract", null)
                .isRefused("H9", "follows from");
        sees(new Story(), Outcome.Measure.CREDENTIAL, Story.DAY, "e", null).isRefused("H9", "no programme");
    }

    @Test
    @DisplayName("H9 a wage at the policy's floor is reached, a cent less is not")
    void floor() {
        BigDecimal floor = java.util.Objects.requireNonNull(
                SHIPPED.on(Programme.HUD_CHOICE, null, Story.DAY).values().wageFloorPerHour());
        Story below = places(participating(), floor.subtract(new BigDecimal("0.01")), "40", false);
        assertThat(measured(below, Outcome.Measure.WAGE_AT_FLOOR).reached()).isFalse();
        Story at = places(participating(), floor, "40", false);
        assertThat(measured(at, Outcome.Measure.WAGE_AT_FLOOR).firstOn()).isEqualTo(at.today);
        assertThat(measured(at, Outcome.Measure.JOB_WITH_BENEFITS).reached()).isFalse();
    }

    @Test
    @DisplayName("H9 a raise that retention or follow-up finds reaches the floor on that day")
    void raise() {
        Story story = places(participating(), new BigDecimal("8.00"), "40", false);
        Placement job = story.enrolment.period().placements().getFirst();
        Pay more = new Pay(new BigDecimal("19.00"), new BigDecimal("40"));
        story.after(30);
        story.does(story.enrolment.checkRetention(
                job, new Placement.Retention("r-1", story.today, false, false, more, "w"), story.today));
        assertThat(measured(story, Outcome.Measure.WAGE_AT_FLOOR).reached()).isFalse();
        Placement after = story.enrolment.period().placements().getFirst();
        story.does(story.enrolment.checkRetention(
                after, new Placement.Retention("r-2", story.today, true, true, more, "w"), story.today));
        assertThat(measured(story, Outcome.Measure.WAGE_AT_FLOOR).firstOn()).isEqualTo(story.today);
    }

    @Test
    @DisplayName(
            "H9 C3 benefits and the family's self-sufficiency follow from the job: the hour that it takes makes the difference")
    void job() {
        // an adult needs 23,000 dollars a year: 25 x 52 x 17.69 is 22,997, and 25 x 52 x 17.70 is 23,010
        Story less = places(participating(), new BigDecimal("25.00"), "17.69", true);
        assertThat(measured(less, Outcome.Measure.JOB_WITH_BENEFITS).reached()).isTrue();
        assertThat(measured(less, Outcome.Measure.FAMILY_SELF_SUFFICIENT).reached())
                .isFalse();
        Story enough = places(participating(), new BigDecimal("25.00"), "17.70", true);
        assertThat(measured(enough, Outcome.Measure.FAMILY_SELF_SUFFICIENT).reached())
                .isTrue();
    }

    private static Story places(Story story, BigDecimal wage, String hours, boolean benefits) {
        Pay pay = new Pay(wage, new BigDecimal(hours));
        return story.does(story.enrolment.place(
                new Placement(
                        "job",
                        "Bakery",
                        "Baker",
                        story.today,
                        pay,
                        benefits,
                        null,
                        SHIPPED.on(story.today).compare(FamilyType.ADULT, pay),
                        List.of(),
                        story.today,
                        "w"),
                story.terms,
                story.today));
    }

    @Test
    @DisplayName("H9 N4 a referral counts once its note proves that it was made")
    void referral() {
        Story story = participating();
        ServiceCatalogue hud = SHIPPED.of(Programme.HUD_CHOICE, story.today);
        story.records(
                new ServiceRules.Entry(
                        "ref", Programme.HUD_CHOICE, "REFER", story.today, null, null, null, null, null, "w"),
                hud,
                java.util.Set.of());
        assertThat(measured(story, Outcome.Measure.REFERRALS_MADE).reached()).isFalse();
        story.proven("ref", story.today);
        assertThat(measured(story, Outcome.Measure.REFERRALS_MADE).firstOn()).isEqualTo(story.today);
    }

    @Test
    @DisplayName("H9 outcomes of an earlier participation stay in view")
    void earlier() {
        Story story = participating();
        sees(story, Outcome.Measure.CREDENTIAL, story.today, "licence 4", null);
        story.on(Story.DAY.plusDays(90)).visited().after(20).eligible().enrols();
        assertThat(story.snapshot().periodNumber()).isEqualTo(2);
        assertThat(measured(story, Outcome.Measure.CREDENTIAL).reached()).isTrue();
    }

    @Test
    @DisplayName(
            "H9 Y12 a wage that a follow-up finds reaches the floor on the day of the check-in, if the person works")
    void followUpWage() {
        Story story = participating().on(Story.DAY.plusDays(90)).visited();
        Pay enough = new Pay(new BigDecimal("19.00"), new BigDecimal("40"));
        FollowUp first = story.enrolment.period().followUps().getFirst();
        story.does(story.enrolment.followUp(found(first, story.today, false, enough)));
        assertThat(measured(story, Outcome.Measure.WAGE_AT_FLOOR).reached()).isFalse();
        FollowUp last = story.enrolment.period().followUps().getLast();
        story.does(story.enrolment.followUp(found(last, story.today, true, null)));
        assertThat(measured(story, Outcome.Measure.WAGE_AT_FLOOR).reached()).isFalse();
        FollowUp second = story.enrolment.period().followUps().get(1);
        story.does(story.enrolment.followUp(found(second, story.today, true, enough)));
        assertThat(measured(story, Outcome.Measure.WAGE_AT_FLOOR).signs())
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo(OutcomesReached.Sign.Kind.FOLLOW_UP))
                .satisfies(s -> assertThat(s.on()).isEqualTo(story.today));
    }

    private static FollowUp found(FollowUp due, LocalDate on, boolean employed, @Nullable Pay pay) {
        return new FollowUp(
                due.id(),
                due.month(),
                due.dueOn(),
                on,
                FollowUp.Method.TELEPHONE,
                null,
                employed,
                null,
                pay,
                null,
                "w",
                null);
    }

    @Test
    @DisplayName(
            "H9 it was reached first on the first of its days, whichever was recorded first, and reaches no other measure")
    void first() {
        Story story = participating();
        sees(story, Outcome.Measure.CREDENTIAL, story.today, "licence 4", null);
        sees(story, Outcome.Measure.CREDENTIAL, story.today.minusDays(2), null, "note-3");
        OutcomesReached.Measured found = measured(story, Outcome.Measure.CREDENTIAL);
        assertThat(found.firstOn()).isEqualTo(story.today.minusDays(2));
        assertThat(found.signs()).extracting(OutcomesReached.Sign::evidence).containsExactly("", "licence 4");
        assertThat(REACHED.of(story.enrolment).stream()
                        .flatMap(h -> h.measures().stream())
                        .filter(OutcomesReached.Measured::reached))
                .hasSize(1);
    }

    @Test
    @DisplayName("C3 pay is compared with what this family type needs, not another")
    void familyType() {
        Pay pay = new Pay(new BigDecimal("20.00"), new BigDecimal("40"));
        SelfSufficiencyStandard standard = new SelfSufficiencyStandard(
                "here",
                1,
                Story.DAY,
                List.of(
                        new SelfSufficiencyStandard.Need(FamilyType.values()[0], new BigDecimal("41600")),
                        new SelfSufficiencyStandard.Need(FamilyType.values()[1], new BigDecimal("41600.01"))));
        assertThat(standard.compare(FamilyType.values()[0], pay).selfSufficient())
                .isTrue();
        assertThat(standard.compare(FamilyType.values()[1], pay).selfSufficient())
                .isFalse();
    }
}
