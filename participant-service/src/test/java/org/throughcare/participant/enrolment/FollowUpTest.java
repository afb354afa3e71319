package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class FollowUpTest {

    private static Story adult() {
        return new Story()
                .in(Programme.WIOA_MONTGOMERY, FundSource.WIOA_ADULT)
                .eligible()
                .enrols()
                .gives("08")
                .proven();
    }

    @Test
    @DisplayName("Y12 N8 check-ins fall 1, 3, 5, 8 and 12 months after the exit, which is the last day of service")
    void ladder() {
        Story story = Story.participating().after(90).visited();
        assertThat(story.snapshot().followUps())
                .extracting(EnrolmentSnapshot.CheckIn::dueOn)
                .containsExactly(
                        LocalDate.of(2026, 2, 5),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2026, 6, 5),
                        LocalDate.of(2026, 9, 5),
                        LocalDate.of(2027, 1, 5));
        assertThat(story.snapshot().followUpEndsOn()).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    @DisplayName("N8 an adult's clock runs from the first day of employment, and the plan to the later end")
    void twoClocks() {
        Story story = adult().after(40)
                .findsJob(Story.DAY.plusDays(40))
                .on(Story.DAY.plusDays(90))
                .visited();
        assertThat(story.exit().positive()).isTrue();
        assertThat(story.snapshot().followUpEndsOn())
                .isEqualTo(Story.DAY.plusDays(40).plusMonths(12));
        assertThat(story.snapshot().followUps()).hasSize(5);
    }

    @Test
    @DisplayName("N8 a youth's follow-up runs twelve months from exit, whatever the first day of employment")
    void youth() {
        Story story = new Story()
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols()
                .gives("08")
                .proven();
        story.after(40)
                .findsJob(Story.DAY.plusDays(40))
                .on(Story.DAY.plusDays(90))
                .visited();
        assertThat(story.snapshot().followUpEndsOn()).isEqualTo(Story.DAY.plusMonths(12));
    }

    @Test
    @DisplayName("N8 after a non-positive exit of an adult none is required, but it may be recorded")
    void nonPositive() {
        Story story = adult().after(90).visited();
        assertThat(story.snapshot().followUps()).isEmpty();
        assertThat(story.snapshot().followUpEndsOn()).isNull();
        story.does(story.enrolment.followUp(done("extra", 3, story.today)))
                .announces(EnrolmentEvent.FollowUpRecorded.class);
        assertThat(story.snapshot().followUps()).hasSize(1);
    }

    @Test
    @DisplayName("N8 a job that an adult finds after the exit starts the clock")
    void jobAfterExit() {
        Story story = adult().after(90).visited().after(10);
        story.findsJob(story.today).announces(EnrolmentEvent.PlacementRecorded.class);
        assertThat(story.snapshot().followUps()).hasSize(5);
        assertThat(story.snapshot().followUpEndsOn()).isEqualTo(story.today.plusMonths(12));
    }

    @Test
    @DisplayName(
            "Y12 what follow-up found stays on record when a late service undoes the exit, what was still due goes")
    void undone() {
        Story story = Story.participating().after(90).visited();
        FollowUp first = story.enrolment.period().followUps().getFirst();
        story.does(story.enrolment.followUp(done(first.id(), first.month(), story.today)));
        story.gives("CAREER", Story.DAY.plusDays(60), "late entry").proven().announces(EnrolmentEvent.ExitUndone.class);
        assertThat(story.snapshot().followUps())
                .singleElement()
                .satisfies(f -> assertThat(f.doneOn()).isNotNull());
        story.on(Story.DAY.plusDays(150)).visited();
        assertThat(story.snapshot().followUps()).hasSize(5);
        assertThat(story.snapshot().followUps().stream().filter(f -> f.doneOn() != null))
                .hasSize(1);
    }

    @Test
    @DisplayName("C3 pay is compared with what the family type needs: to the cent enough, one hour less is not")
    void selfSufficiency() {
        Story story = Story.participating().findsJob(Story.DAY);
        assertThat(story.enrolment
                        .period()
                        .placements()
                        .getFirst()
                        .selfSufficiency()
                        .selfSufficient())
                .isTrue();
        SelfSufficiencyStandard standard = new SelfSufficiencyStandard(
                "here",
                1,
                Story.DAY,
                java.util.List.of(
                        new SelfSufficiencyStandard.Need(FamilyType.ADULT, new java.math.BigDecimal("41600"))));
        Pay less = new Pay(new java.math.BigDecimal("20.00"), new java.math.BigDecimal("39"));
        assertThat(standard.compare(FamilyType.ADULT, less).selfSufficient()).isFalse();
        assertThat(standard.compare(FamilyType.ADULT, less).percent()).isEqualTo(97);
    }

    @Test
    @DisplayName("C3 retention is checked from the first day of work on")
    void retention() {
        Story story =
                Story.participating().after(10).findsJob(Story.DAY.plusDays(10)).after(30);
        Placement job = story.enrolment.period().placements().getFirst();
        Placement.Retention early =
                new Placement.Retention("r1", job.startedOn().minusDays(1), true, true, null, "w");
        story.does(story.enrolment.checkRetention(job, early, story.today)).isRefusedAt("C3", "on");
        Placement.Retention check = new Placement.Retention("r2", story.today, true, true, null, "w");
        story.does(story.enrolment.checkRetention(job, check, story.today))
                .announces(EnrolmentEvent.RetentionChecked.class);
        assertThat(java.util.Objects.requireNonNull(story.snapshot().placement())
                        .retained())
                .isTrue();
        assertThat(story.enrolment.period().placements()).as("still one job").hasSize(1);
    }

    private static FollowUp done(String id, int month, LocalDate on) {
        return new FollowUp(id, month, on, on, FollowUp.Method.TELEPHONE, null, true, false, null, null, "w", null);
    }

    @Test
    @DisplayName("C3 a job counts from its first day of work on, and in a participation")
    void placement() {
        Story story = Story.participating().after(10);
        story.findsJob(story.today.plusDays(1)).isRefusedAt("C3", "startedOn");
        story.findsJob(story.today).announces(EnrolmentEvent.PlacementRecorded.class);
        Story.enrolled().findsJob(Story.DAY).isRefused("C3", "no participation");
    }

    @Test
    @DisplayName("C3 retention is checked on the first day of work at the earliest, and today at the latest")
    void retentionBounds() {
        Story story = Story.participating().findsJob(Story.DAY).after(30);
        Placement job = story.enrolment.period().placements().getFirst();
        Placement.Retention ahead = new Placement.Retention("r1", story.today.plusDays(1), true, true, null, "w");
        story.does(story.enrolment.checkRetention(job, ahead, story.today)).isRefusedAt("C3", "on");
        Placement.Retention first = new Placement.Retention("r2", Story.DAY, true, true, null, "w");
        story.does(story.enrolment.checkRetention(job, first, story.today))
                .announces(EnrolmentEvent.RetentionChecked.class);
    }

    @Test
    @DisplayName("N8 where the job began before the last service, the clock from the exit is the later one and decides")
    void exitIsLater() {
        Story story = adult().after(40).findsJob(Story.DAY.plusDays(10));
        story.gives("CAREER").proven().after(90).visited();
        assertThat(story.exit().on()).isEqualTo(Story.DAY.plusDays(40));
        assertThat(story.snapshot().followUpEndsOn())
                .isEqualTo(Story.DAY.plusDays(40).plusMonths(12));
    }
}
