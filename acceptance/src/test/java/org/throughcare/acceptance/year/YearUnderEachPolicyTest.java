package org.throughcare.acceptance.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A year of one participant under each policy that ships, each at a site of its own, side by side through one year of the services' clock.
 * Every date was worked out by hand, with the number of the day in 2031: the days before a month are 0, 31, 59, 90, 120, 151, 181, 212,
 * 243, 273, 304, 334. An end is the last service + 90, its warning the end - 14, a check-in the same day of a later month, or that
 * month's last where it has no such day. File, plan, reports, tasks and federal record have to agree with each line.
 */
@Tag("suite")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearUnderEachPolicyTest {

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2031, month, day);
    }

    private static LocalDate next(int month, int day) {
        return LocalDate.of(2032, month, day);
    }

    private final Year leap = Year.at("Alder", "America/Chicago", "LEAP", "LEAP_GRANT")
            .on(day(1, 6))
            .takenIn(day(1, 2), 4)
            .enrols()
            .given("ASSESS")
            // 6 Jan is day 6: ends on day 96, which is 6 Apr (90 + 6); warns on day 82, 23 Mar (59 + 23)
            .endsOn(day(4, 6))
            .warnsOn(day(3, 23))
            .on(day(1, 20))
            .assessed()
            .given("PLAN")
            .plans()
            // day 20: ends on day 110, 20 Apr (90 + 20); warns on day 96, 6 Apr
            .endsOn(day(4, 20))
            .warnsOn(day(4, 6))
            // a review 90 days on: day 110, 20 Apr
            .reviewDueOn(day(4, 20))
            .on(day(3, 3))
            // what begins today is in the plan of today, so that it calls for no review
            .plansAnotherGoal()
            .given("CAREER")
            // day 62 (59 + 3): ends on day 152, 1 Jun (151 + 1); warns on day 138, 18 May (120 + 18)
            .endsOn(day(6, 1))
            .warnsOn(day(5, 18))
            .on(day(3, 10))
            .ended("CAREER")
            // day 69 (59 + 10): the completed service calls for a review within 14 days, on day 83, 24 Mar (59 + 24)
            .reviewDueOn(day(3, 24))
            .plansGap(day(3, 15), day(6, 20), "WORKSHOP")
            // day 74 (59 + 15) to day 171 (151 + 20) are 97 days, within 90 and 180; 1 Jun lies inside, so it ends the
            // day after the gap, 21 Jun, day 172; warns on day 158, 7 Jun (151 + 7)
            .endsOn(day(6, 21))
            .warnsOn(day(6, 7))
            // in time for a review for the last time, then late
            .on(day(3, 24))
            .on(day(3, 25))
            .on(day(4, 2))
            .reviewsPlan()
            // day 92 (90 + 2): the next is due on day 182, 1 Jul (181 + 1)
            .reviewDueOn(day(7, 1))
            // the day before the warning, and its day
            .on(day(6, 6))
            .on(day(6, 7))
            .on(day(6, 20))
            .givenNearExit("WORKSHOP", "back for training")
            // day 171: ends on day 261, 18 Sep (243 + 18); warns on day 247, 4 Sep
            .endsOn(day(9, 18))
            .warnsOn(day(9, 4))
            // new in the plan, which calls for a review by day 185, 4 Jul (181 + 4): it is due on 1 Jul anyway
            .on(day(7, 2))
            .on(day(7, 8))
            .given("JOBSEARCH")
            .reviewsPlan()
            // day 189 (181 + 8): ends on day 279, 6 Oct (273 + 6); warns on day 265, 22 Sep (243 + 22)
            .endsOn(day(10, 6))
            .warnsOn(day(9, 22))
            .reviewDueOn(day(10, 6))
            .noGap()
            .on(day(9, 21))
            .on(day(9, 22))
            .on(day(10, 5))
            .on(day(10, 6))
            .exits("NO_SERVICE", day(7, 8), false)
            // 8 Jul and 1, 3, 5, 8 and 12 months
            .checkInDue(1, day(8, 8))
            .checkInDue(3, day(10, 8))
            .checkInDue(5, day(12, 8))
            .checkInDue(8, next(3, 8))
            .checkInDue(12, next(7, 8))
            .followedUpUntil(next(7, 8))
            .on(day(10, 7))
            .on(day(10, 8))
            .on(day(10, 9))
            .on(next(1, 6))
            .checksIn(3)
            // each on the day after it was due, and once
            .announced(List.of(day(6, 7), day(9, 22)), List.of(day(10, 6)), List.of(day(3, 25), day(7, 2), day(10, 7)));

    private final Year youth = Year.at("Brazos", "America/Chicago", "WIOA_YOUTH_TX", "WIOA_YOUTH")
            .on(day(2, 3))
            .takenIn(day(1, 31), 3)
            .enrols()
            .given("08")
            // 3 Feb is day 34: ends on day 124, 4 May (120 + 4); warns on day 110, 20 Apr (90 + 20)
            .endsOn(day(5, 4))
            .warnsOn(day(4, 20))
            .on(day(2, 10))
            .assessed()
            .given("68")
            .plans()
            // day 41: ends on day 131, 11 May (120 + 11); warns on day 117, 27 Apr (90 + 27)
            .endsOn(day(5, 11))
            .warnsOn(day(4, 27))
            // the strategy is reviewed at least quarterly: day 131, 11 May
            .reviewDueOn(day(5, 11))
            .on(day(4, 26))
            .on(day(4, 27))
            .on(day(4, 30))
            .givenNearExit("WORKEXP", "a place at the pool opened")
            .reviewsPlan()
            // day 120: ends on day 210, 29 Jul (181 + 29); warns on day 196, 15 Jul (181 + 15)
            .endsOn(day(7, 29))
            .warnsOn(day(7, 15))
            // reviewed on day 120 as well: again on day 210
            .reviewDueOn(day(7, 29))
            .on(day(7, 1))
            .ended("WORKEXP")
            // completed on day 182 (181 + 1): a review within 14 days, on day 196, 15 Jul (181 + 15)
            .reviewDueOn(day(7, 15))
            .followedUpLighter(18)
            .on(day(7, 14))
            .on(day(7, 15))
            .on(day(7, 16))
            .on(day(7, 28))
            .on(day(7, 29))
            .exits("NO_SERVICE", day(4, 30), false)
            // 30 Apr and the lighter months 1, 5 and 12, and the end of the longer plan, 18
            .checkInDue(1, day(5, 30))
            .checkInDue(5, day(9, 30))
            .checkInDue(12, next(4, 30))
            .checkInDue(18, next(10, 30))
            .followedUpUntil(next(10, 30))
            .on(day(9, 30))
            .on(day(10, 1))
            .on(next(2, 3))
            .announced(List.of(day(4, 27), day(7, 15)), List.of(day(7, 29)), List.of(day(7, 16)));

    private final Year montgomery = Year.at("Potomac", "America/New_York", "WIOA_MONTGOMERY", "WIOA_ADULT")
            .on(day(3, 3))
            .takenIn(day(3, 1), 2)
            .enrols()
            .given("INITIAL")
            // 3 Mar is day 62: ends on day 152, 1 Jun; warns on day 138, 18 May (120 + 18)
            .endsOn(day(6, 1))
            .warnsOn(day(5, 18))
            // case management keeps nothing alive
            .on(day(3, 5))
            .given("CM")
            .on(day(3, 12))
            .assessed()
            .given("COMPASS")
            .plans()
            .refused("N14", "300")
            .needsTraining(day(3, 10))
            // day 71 (59 + 12): ends on day 161, 10 Jun (151 + 10); warns on day 147, 27 May (120 + 27)
            .endsOn(day(6, 10))
            .warnsOn(day(5, 27))
            // a review 90 days on, on the same day 161
            .reviewDueOn(day(6, 10))
            // its planned end, a year away, proves nothing: still 10 Jun
            .on(day(3, 17))
            .entered("300", next(3, 16))
            // new, and not in the plan of 12 Mar: day 76 (59 + 17) and 14 days are day 90, 31 Mar (59 + 31)
            .reviewDueOn(day(3, 31))
            .on(day(3, 17))
            .proven("300")
            // day 76: ends on day 166, 15 Jun (151 + 15); warns on day 152, 1 Jun
            .endsOn(day(6, 15))
            .warnsOn(day(6, 1))
            .on(day(3, 31))
            .on(day(4, 1))
            .on(day(5, 20))
            .proven("300")
            .reviewsPlan()
            // day 140 (120 + 20): ends on day 230, 18 Aug (212 + 18); warns on day 216, 4 Aug (212 + 4)
            .endsOn(day(8, 18))
            .warnsOn(day(8, 4))
            .reviewDueOn(day(8, 18))
            .on(day(6, 16))
            .findsJob(day(6, 9))
            .exits("EMPLOYMENT", day(5, 20), true)
            // 20 May and 1, 3, 5, 8 and 12 months; twelve months from the first day of work, 9 Jun, are later than from
            // the exit
            .checkInDue(1, day(6, 20))
            .checkInDue(3, day(8, 20))
            .checkInDue(5, day(10, 20))
            .checkInDue(8, next(1, 20))
            .checkInDue(12, next(5, 20))
            .followedUpUntil(next(6, 9))
            .on(day(6, 20))
            .on(day(6, 21))
            .on(day(8, 18))
            .on(day(8, 19))
            .on(next(3, 3))
            .announced(List.of(), List.of(day(6, 16)), List.of(day(4, 1), day(8, 19)));

    private final Year hudChoice = Year.at("Harbor", "America/New_York", "HUD_CHOICE", "HUD")
            .on(day(4, 7))
            .takenIn(day(4, 4), 3)
            .enrols()
            .assessed()
            .given("ASSESS")
            .plans()
            // 7 Apr is day 97: ends on day 187, 6 Jul (181 + 6); warns on day 173, 22 Jun (151 + 22)
            .endsOn(day(7, 6))
            .warnsOn(day(6, 22))
            // reviewed within 365 days: day 97 of 2032, which has a 29 Feb, so 91 days before April: 6 Apr
            .reviewDueOn(next(4, 6))
            .on(day(6, 21))
            .on(day(6, 22))
            .on(day(6, 25))
            .givenNearExit("HOME", "the family asked for it")
            // day 176 (151 + 25): ends on day 266, 23 Sep (243 + 23); warns on day 252, 9 Sep; a completed service
            // calls
            // for no review sooner here
            .endsOn(day(9, 23))
            .warnsOn(day(9, 9))
            .on(day(8, 31))
            .given("REFER")
            // day 243: ends on day 333, 29 Nov (304 + 29); warns on day 319, 15 Nov
            .endsOn(day(11, 29))
            .warnsOn(day(11, 15))
            .on(day(11, 14))
            .on(day(11, 15))
            .on(day(11, 28))
            .on(day(11, 29))
            .exits("NO_SERVICE", day(8, 31), false)
            // 31 Aug and 1, 3, 5, 8 and 12 months: September, November and April have 30 days
            .checkInDue(1, day(9, 30))
            .checkInDue(3, day(11, 30))
            .checkInDue(5, next(1, 31))
            .checkInDue(8, next(4, 30))
            .checkInDue(12, next(8, 31))
            .followedUpUntil(next(8, 31))
            .on(day(11, 30))
            .on(day(12, 1))
            .on(next(4, 6))
            .on(next(4, 7))
            .announced(List.of(day(6, 22), day(11, 15)), List.of(day(11, 29)), List.of(next(4, 7)));

    private final Year chicago = Year.at("Lakeview", "America/Chicago", "CHICAGO", "WIOA_DISLOCATED_WORKER")
            .on(day(5, 5))
            .takenIn(day(5, 1), 4)
            .enrols()
            .assessed()
            .given("INITIAL")
            .plans()
            // 5 May is day 125: ends on day 215, 3 Aug (212 + 3); warns on day 201, 20 Jul (181 + 20)
            .endsOn(day(8, 3))
            .warnsOn(day(7, 20))
            // the plan's review is due on the same day 215
            .reviewDueOn(day(8, 3))
            // day 153 (151 + 2) to day 242, 30 Aug (212 + 30): 90 days, the first and the last included; new, and 90
            // days
            // on is later than the review that is due anyway
            .on(day(6, 2))
            .entered("JOBSEARCH", day(8, 30))
            .on(day(7, 10))
            .proven("JOBSEARCH")
            .ended("JOBSEARCH")
            // day 191 (181 + 10): ends on day 281, 8 Oct (273 + 8); warns on day 267, 24 Sep (243 + 24); day 191 and 90
            // days are later than the review that is due anyway
            .endsOn(day(10, 8))
            .warnsOn(day(9, 24))
            .on(day(8, 3))
            .on(day(8, 4))
            .on(day(8, 12))
            .reviewsPlan()
            .findsJob(day(8, 11))
            // reviewed on day 224 (212 + 12): the next is due on day 314, 10 Nov (304 + 10); the job ends nothing
            .reviewDueOn(day(11, 10))
            .on(day(9, 23))
            .on(day(9, 24))
            .on(day(10, 7))
            .on(day(10, 8))
            .exits("NO_SERVICE", day(7, 10), true)
            // 10 Jul and 1, 3, 5, 8 and 12 months; twelve months from the first day of work end on 11 Aug
            .checkInDue(1, day(8, 10))
            .checkInDue(3, day(10, 10))
            .checkInDue(5, day(12, 10))
            .checkInDue(8, next(3, 10))
            .checkInDue(12, next(7, 10))
            .followedUpUntil(next(8, 11))
            .on(day(11, 11))
            .on(next(5, 5))
            .announced(List.of(day(9, 24)), List.of(day(10, 8)), List.of(day(8, 4), day(11, 11)));

    @BeforeAll
    void live() {
        SideBySide.live(day(1, 5), List.of(leap, youth, montgomery, hudChoice, chicago));
    }

    @Test
    @DisplayName("Y11 Y9 Y12 Y6 N3 LEAP: a year with a planned gap before training, to the last check-in")
    void leap() {
        assertThat(leap.disagreements()).isEmpty();
    }

    @Test
    @DisplayName(
            "Y11 Y12 N9 Y6 N3 WIOA Youth in Texas: a year of a summer youth with a lighter follow-up for a year and a half")
    void youth() {
        assertThat(youth.disagreements()).isEmpty();
    }

    @Test
    @DisplayName(
            "N8 N14 N11 Y6 WIOA in Montgomery: an adult's year with training and a job, which ends it at once; two clocks")
    void montgomery() {
        assertThat(montgomery.disagreements()).isEmpty();
    }

    @Test
    @DisplayName(
            "Y11 Y12 Y6 HUD Choice: a year that ends after the change to winter time, with check-ins on the last of short months")
    void hudChoice() {
        assertThat(hudChoice.disagreements()).isEmpty();
    }

    @Test
    @DisplayName(
            "Y11 N5 N8 Y6 Chicago: a dislocated worker's year, a job ends nothing, and the follow-up runs from the first day of work")
    void chicago() {
        assertThat(chicago.disagreements()).isEmpty();
    }
}
