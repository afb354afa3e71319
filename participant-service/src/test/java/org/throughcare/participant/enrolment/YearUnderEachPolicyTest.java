package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.plan.PlanEvent;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;

/**
 * A year of one participant under each policy that ships. Every date was worked out by hand, with the number of the day in 2031: the days
 * before a month are 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334. An end is the last service + 90, its warning the end - 14,
 * a check-in the same day of a later month, or that month's last where it has no such day.
 */
class YearUnderEachPolicyTest {

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2031, month, day);
    }

    private static LocalDate next(int month, int day) {
        return LocalDate.of(2032, month, day);
    }

    @Test
    @DisplayName("Y11 Y9 Y12 Y6 N3 LEAP: a year with a planned gap before training, to the last check-in")
    void leap() {
        YearUnderPolicy year = new YearUnderPolicy(Programme.LEAP, FundSource.LEAP_GRANT, "America/Chicago", day(1, 6));
        year.enrols().given("ASSESS");
        // 6 Jan is day 6: ends on day 96, which is 6 Apr (90 + 6); warns on day 82, 23 Mar (59 + 23)
        assertThat(year.endsOn()).isEqualTo(day(4, 6));
        assertThat(year.warnsOn()).isEqualTo(day(3, 23));

        year.until(day(1, 20)).given("PLAN").plansGoal();
        // day 20: ends on day 110, 20 Apr (90 + 20); warns on day 96, 6 Apr
        assertThat(year.endsOn()).isEqualTo(day(4, 20));
        assertThat(year.warnsOn()).isEqualTo(day(4, 6));
        // a review 90 days on: day 110, 20 Apr
        assertThat(year.reviewDueOn()).isEqualTo(day(4, 20));

        year.until(day(3, 3));
        String career = year.entered("CAREER", null, null);
        year.proven(career, day(3, 3));
        // day 62 (59 + 3): ends on day 152, 1 Jun (151 + 1); warns on day 138, 18 May (120 + 18)
        assertThat(year.endsOn()).isEqualTo(day(6, 1));
        assertThat(year.warnsOn()).isEqualTo(day(5, 18));

        year.until(day(3, 10)).ends(career);
        // day 69 (59 + 10): the completed service calls for a review within 14 days, on day 83, 24 Mar (59 + 24)
        assertThat(year.reviewDueOn()).isEqualTo(day(3, 24));
        year.plansGap(day(3, 15), day(6, 20), "WORKSHOP");
        // day 74 (59 + 15) to day 171 (151 + 20) are 97 days, within 90 and 180; 1 Jun lies inside, so it ends the day
        // after the gap,
        // 21 Jun, day 172; warns on day 158, 7 Jun (151 + 7)
        assertThat(year.endsOn()).isEqualTo(day(6, 21));
        assertThat(year.warnsOn()).isEqualTo(day(6, 7));
        assertThat(Objects.requireNonNull(year.snapshot().gap()).until()).isEqualTo(day(6, 20));

        year.until(day(4, 2)).reviewsPlan();
        // day 92 (90 + 2): the next is due on day 182, 1 Jul (181 + 1)
        assertThat(year.reviewDueOn()).isEqualTo(day(7, 1));

        year.until(day(6, 20)).given("WORKSHOP", "back for training");
        // day 171: ends on day 261, 18 Sep (243 + 18); warns on day 247, 4 Sep
        assertThat(year.endsOn()).isEqualTo(day(9, 18));
        assertThat(year.warnsOn()).isEqualTo(day(9, 4));

        year.until(day(7, 8)).given("JOBSEARCH").reviewsPlan();
        // day 189 (181 + 8): ends on day 279, 6 Oct (273 + 6); warns on day 265, 22 Sep (243 + 22)
        assertThat(year.endsOn()).isEqualTo(day(10, 6));
        assertThat(year.warnsOn()).isEqualTo(day(9, 22));
        assertThat(year.reviewDueOn()).isEqualTo(day(10, 6));

        year.until(next(1, 6));
        // each on the day after it was due, and once
        assertThat(year.announcedByClock(PlanEvent.PlanReviewOverdue.class))
                .containsExactly(day(3, 25), day(7, 2), day(10, 7));
        assertThat(year.announcedByClock(EnrolmentEvent.ExitWarned.class)).containsExactly(day(6, 7), day(9, 22));
        assertThat(year.announcedByClock(EnrolmentEvent.Exited.class)).containsExactly(day(10, 6));
        assertThat(year.exit().on()).isEqualTo(day(7, 8));
        // 8 Jul and 1, 3, 5, 8 and 12 months
        assertThat(year.followUpsDue()).containsExactly(day(8, 8), day(10, 8), day(12, 8), next(3, 8), next(7, 8));
        assertThat(year.snapshot().followUpEndsOn()).isEqualTo(next(7, 8));
        year.checksIn(3);
        assertThat(year.snapshot().followUps().get(1).doneOn()).isEqualTo(next(1, 6));
    }

    @Test
    @DisplayName(
            "Y11 Y12 N9 Y6 N3 WIOA Youth in Texas: a year of a summer youth with a lighter follow-up for a year and a half")
    void youth() {
        YearUnderPolicy year =
                new YearUnderPolicy(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH, "America/Chicago", day(2, 3));
        year.enrols().given("08");
        // 3 Feb is day 34: ends on day 124, 4 May (120 + 4); warns on day 110, 20 Apr (90 + 20)
        assertThat(year.endsOn()).isEqualTo(day(5, 4));
        assertThat(year.warnsOn()).isEqualTo(day(4, 20));

        year.until(day(2, 10)).given("68").plansGoal();
        // day 41: ends on day 131, 11 May (120 + 11); warns on day 117, 27 Apr (90 + 27)
        assertThat(year.endsOn()).isEqualTo(day(5, 11));
        assertThat(year.warnsOn()).isEqualTo(day(4, 27));
        // the strategy is reviewed at least quarterly: day 131, 11 May
        assertThat(year.reviewDueOn()).isEqualTo(day(5, 11));

        year.until(day(4, 30));
        String pool = year.entered("WORKEXP", null, "a place at the pool opened");
        year.proven(pool, day(4, 30)).reviewsPlan();
        // day 120: ends on day 210, 29 Jul (181 + 29); warns on day 196, 15 Jul (181 + 15)
        assertThat(year.endsOn()).isEqualTo(day(7, 29));
        assertThat(year.warnsOn()).isEqualTo(day(7, 15));

        // reviewed on day 120 as well: again on day 210
        assertThat(year.reviewDueOn()).isEqualTo(day(7, 29));

        year.until(day(7, 1)).ends(pool);
        // completed on day 182 (181 + 1): a review within 14 days, on day 196, 15 Jul (181 + 15)
        assertThat(year.reviewDueOn()).isEqualTo(day(7, 15));
        year.followedUpLighter(18).until(next(2, 3));
        assertThat(year.announcedByClock(PlanEvent.PlanReviewOverdue.class)).containsExactly(day(7, 16));
        assertThat(year.announcedByClock(EnrolmentEvent.ExitWarned.class)).containsExactly(day(4, 27), day(7, 15));
        assertThat(year.announcedByClock(EnrolmentEvent.Exited.class)).containsExactly(day(7, 29));
        assertThat(year.exit().on()).isEqualTo(day(4, 30));
        // 30 Apr and the lighter months 1, 5 and 12, and the end of the longer plan, 18
        assertThat(year.followUpsDue()).containsExactly(day(5, 30), day(9, 30), next(4, 30), next(10, 30));
        assertThat(year.snapshot().followUpEndsOn()).isEqualTo(next(10, 30));
    }

    @Test
    @DisplayName(
            "N8 N14 Y6 WIOA in Montgomery: an adult's year with training and a job, which ends it at once; two clocks")
    void montgomery() {
        YearUnderPolicy year =
                new YearUnderPolicy(Programme.WIOA_MONTGOMERY, FundSource.WIOA_ADULT, "America/New_York", day(3, 3));
        year.enrols().given("INITIAL");
        // 3 Mar is day 62: ends on day 152, 1 Jun; warns on day 138, 18 May (120 + 18)
        assertThat(year.endsOn()).isEqualTo(day(6, 1));
        assertThat(year.warnsOn()).isEqualTo(day(5, 18));

        year.until(day(3, 5)).given("CM");
        // case management keeps nothing alive
        assertThat(year.endsOn()).isEqualTo(day(6, 1));

        year.until(day(3, 12)).given("COMPASS").plansGoal();
        // day 71 (59 + 12): ends on day 161, 10 Jun (151 + 10); warns on day 147, 27 May (120 + 27)
        assertThat(year.endsOn()).isEqualTo(day(6, 10));
        assertThat(year.warnsOn()).isEqualTo(day(5, 27));
        // a review 90 days on, on the same day 161
        assertThat(year.reviewDueOn()).isEqualTo(day(6, 10));
        assertThat(((Result.Refused<Enrolment>) year.attempted("too early", "300", null, null)).refusal())
                .extracting(Refusal::rule)
                .isEqualTo("N14");

        year.needsTraining(day(3, 10)).until(day(3, 17));
        String training = year.entered("300", next(3, 16), null);
        // its planned end, a year away, proves nothing: still 10 Jun
        assertThat(year.endsOn()).isEqualTo(day(6, 10));
        year.proven(training, day(3, 17));
        // day 76 (59 + 17): ends on day 166, 15 Jun (151 + 15); warns on day 152, 1 Jun
        assertThat(year.endsOn()).isEqualTo(day(6, 15));
        assertThat(year.warnsOn()).isEqualTo(day(6, 1));

        year.until(day(5, 20)).proven(training, day(5, 20)).reviewsPlan();
        // day 140 (120 + 20): ends on day 230, 18 Aug (212 + 18); warns on day 216, 4 Aug (212 + 4)
        assertThat(year.endsOn()).isEqualTo(day(8, 18));
        assertThat(year.warnsOn()).isEqualTo(day(8, 4));
        assertThat(year.reviewDueOn()).isEqualTo(day(8, 18));

        year.until(day(6, 16)).findsJob(day(6, 9));
        assertThat(year.exit().kind()).isEqualTo(Exit.Kind.EMPLOYMENT);
        assertThat(year.exit().decidedOn()).isEqualTo(day(6, 16));
        assertThat(year.exit().on()).isEqualTo(day(5, 20));
        assertThat(year.exit().positive()).isTrue();

        year.until(next(3, 3));
        assertThat(year.announcedByClock(EnrolmentEvent.ExitWarned.class)).isEmpty();
        assertThat(year.announcedByClock(EnrolmentEvent.Exited.class)).isEmpty();
        assertThat(year.announcedByClock(PlanEvent.PlanReviewOverdue.class)).containsExactly(day(8, 19));
        // 20 May and 1, 3, 5, 8 and 12 months; twelve months from the first day of work, 9 Jun, are later than from the
        // exit
        assertThat(year.followUpsDue()).containsExactly(day(6, 20), day(8, 20), day(10, 20), next(1, 20), next(5, 20));
        assertThat(year.snapshot().followUpEndsOn()).isEqualTo(next(6, 9));
    }

    @Test
    @DisplayName(
            "Y11 Y12 Y6 HUD Choice: a year that ends after the change to winter time, with check-ins on the last of short months")
    void hudChoice() {
        YearUnderPolicy year = new YearUnderPolicy(Programme.HUD_CHOICE, FundSource.HUD, "America/New_York", day(4, 7));
        year.enrols().given("ASSESS").plansGoal();
        // 7 Apr is day 97: ends on day 187, 6 Jul (181 + 6); warns on day 173, 22 Jun (151 + 22)
        assertThat(year.endsOn()).isEqualTo(day(7, 6));
        assertThat(year.warnsOn()).isEqualTo(day(6, 22));
        // reviewed within 365 days: day 97 of 2032, which has a 29 Feb, so 91 days before April: 6 Apr
        assertThat(year.reviewDueOn()).isEqualTo(next(4, 6));

        year.until(day(6, 25)).given("HOME", "the family asked for it");
        // a completed service calls for none sooner here
        assertThat(year.reviewDueOn()).isEqualTo(next(4, 6));
        // day 176 (151 + 25): ends on day 266, 23 Sep (243 + 23); warns on day 252, 9 Sep
        assertThat(year.endsOn()).isEqualTo(day(9, 23));
        assertThat(year.warnsOn()).isEqualTo(day(9, 9));

        year.until(day(8, 31)).given("REFER");
        // day 243: ends on day 333, 29 Nov (304 + 29); warns on day 319, 15 Nov
        assertThat(year.endsOn()).isEqualTo(day(11, 29));
        assertThat(year.warnsOn()).isEqualTo(day(11, 15));

        year.until(next(4, 6));
        assertThat(year.announcedByClock(PlanEvent.PlanReviewOverdue.class)).isEmpty();
        year.until(next(4, 7));
        assertThat(year.announcedByClock(PlanEvent.PlanReviewOverdue.class)).containsExactly(next(4, 7));
        assertThat(year.announcedByClock(EnrolmentEvent.ExitWarned.class)).containsExactly(day(6, 22), day(11, 15));
        assertThat(year.announcedByClock(EnrolmentEvent.Exited.class)).containsExactly(day(11, 29));
        assertThat(year.exit().on()).isEqualTo(day(8, 31));
        // 31 Aug and 1, 3, 5, 8 and 12 months: September, November and April have 30 days
        assertThat(year.followUpsDue()).containsExactly(day(9, 30), day(11, 30), next(1, 31), next(4, 30), next(8, 31));
        assertThat(year.snapshot().followUpEndsOn()).isEqualTo(next(8, 31));
    }

    @Test
    @DisplayName(
            "Y11 N5 N8 Y6 Chicago: a dislocated worker's year, a job ends nothing, and the follow-up runs from the first day of work")
    void chicago() {
        YearUnderPolicy year =
                new YearUnderPolicy(Programme.CHICAGO, FundSource.WIOA_DISLOCATED_WORKER, "America/Chicago", day(5, 5));
        year.enrols().given("INITIAL").plansGoal();
        // 5 May is day 125: ends on day 215, 3 Aug (212 + 3); warns on day 201, 20 Jul (181 + 20)
        assertThat(year.endsOn()).isEqualTo(day(8, 3));
        assertThat(year.warnsOn()).isEqualTo(day(7, 20));
        // the plan's review is due on the same day 215
        assertThat(year.reviewDueOn()).isEqualTo(day(8, 3));

        year.until(day(6, 2));
        // day 153 (151 + 2) to day 242, 30 Aug (212 + 30): 90 days, the first and the last included
        String search = year.entered("JOBSEARCH", day(8, 30), null);
        assertThat(year.endsOn()).isEqualTo(day(8, 3));
        year.until(day(7, 10)).proven(search, day(7, 10)).ends(search);
        // day 191 and 90 days are later than the review that is due anyway
        assertThat(year.reviewDueOn()).isEqualTo(day(8, 3));
        // day 191 (181 + 10): ends on day 281, 8 Oct (273 + 8); warns on day 267, 24 Sep (243 + 24)
        assertThat(year.endsOn()).isEqualTo(day(10, 8));
        assertThat(year.warnsOn()).isEqualTo(day(9, 24));

        year.until(day(8, 12)).reviewsPlan().findsJob(day(8, 11));
        // reviewed on day 224 (212 + 12): the next is due on day 314, 10 Nov (304 + 10)
        assertThat(year.reviewDueOn()).isEqualTo(day(11, 10));
        assertThat(year.snapshot().state()).isEqualTo(Enrolment.State.PARTICIPATING);
        assertThat(year.endsOn()).isEqualTo(day(10, 8));

        year.until(next(5, 5));
        assertThat(year.announcedByClock(PlanEvent.PlanReviewOverdue.class)).containsExactly(day(8, 4), day(11, 11));
        assertThat(year.announcedByClock(EnrolmentEvent.ExitWarned.class)).isEqualTo(List.of(day(9, 24)));
        assertThat(year.announcedByClock(EnrolmentEvent.Exited.class)).isEqualTo(List.of(day(10, 8)));
        assertThat(year.exit().on()).isEqualTo(day(7, 10));
        assertThat(year.exit().positive()).isTrue();
        // 10 Jul and 1, 3, 5, 8 and 12 months; twelve months from the first day of work end on 11 Aug
        assertThat(year.followUpsDue()).containsExactly(day(8, 10), day(10, 10), day(12, 10), next(3, 10), next(7, 10));
        assertThat(year.snapshot().followUpEndsOn()).isEqualTo(next(8, 11));
    }
}
