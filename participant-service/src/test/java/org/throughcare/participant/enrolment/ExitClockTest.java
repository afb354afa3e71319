package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Enrolment.State.EXITED;
import static org.throughcare.participant.enrolment.Enrolment.State.PARTICIPATING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class ExitClockTest {

    @Test
    @DisplayName("Y11 on day 89 after the last service the participation goes on")
    void day89() {
        Story story = Story.participating().after(76).visited().announces(EnrolmentEvent.ExitWarned.class);
        story.on(Story.DAY.plusDays(89)).visited().announcesNothing().isStill(PARTICIPATING);
    }

    @Test
    @DisplayName("Y11 on day 90 it ends, dated back to the last service")
    void day90() {
        Story story = Story.participating()
                .after(90)
                .visited()
                .announces(EnrolmentEvent.Exited.class)
                .isStill(EXITED);
        assertThat(story.exit().on()).isEqualTo(Story.DAY);
        assertThat(story.exit().decidedOn()).isEqualTo(Story.DAY.plusDays(90));
    }

    @Test
    @DisplayName("Y11 looked at only on day 91 it ends just the same, and a second look announces nothing")
    void day91() {
        Story story = Story.participating().after(91).visited().announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().on()).isEqualTo(Story.DAY);
        story.visited().announcesNothing();
    }

    @Test
    @DisplayName("Y11 the end falls on the first minute of the site's day, also across the change to summer time")
    void daylightSaving() {
        Story story = Story.participating();
        assertThat(story.after(76).visited().enrolment.dueAt()).isEqualTo(Instant.parse("2026-04-05T05:00:00Z"));
        story.visited(Instant.parse("2026-04-05T04:59:59Z")).announcesNothing().isStill(PARTICIPATING);
        story.visited(Instant.parse("2026-04-05T05:00:00Z")).isStill(EXITED);
    }

    @Test
    @DisplayName("Y11 the end falls on the first minute of the site's day, also across the change to winter time")
    void standardTime() {
        Story story = new Story()
                .on(LocalDate.of(2026, 8, 20))
                .eligible()
                .enrols()
                .gives("08")
                .proven();
        story.after(76).visited();
        assertThat(story.enrolment.dueAt()).isEqualTo(Instant.parse("2026-11-18T06:00:00Z"));
        story.visited(Instant.parse("2026-11-18T05:59:59Z")).isStill(PARTICIPATING);
        story.visited(Instant.parse("2026-11-18T06:00:00Z")).isStill(EXITED);
    }

    @Test
    @DisplayName("Y11 staff are warned once when the exit is near, not a day earlier")
    void warning() {
        Story story = Story.participating();
        assertThat(story.enrolment.dueAt()).isEqualTo(Instant.parse("2026-03-22T05:00:00Z"));
        story.after(75).visited().announcesNothing();
        story.after(1).visited().announces(EnrolmentEvent.ExitWarned.class);
        story.visited().announcesNothing();
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(90));
    }

    @Test
    @DisplayName("Y11 N5 the planned end of an open service never moves the exit")
    void plannedEndProvesNothing() {
        Story story = Story.participating().after(10);
        story.records(new ServiceRules.Entry(
                        "long",
                        story.programme,
                        "COUNSEL",
                        story.today,
                        story.today.plusDays(179),
                        null,
                        null,
                        "yes",
                        null,
                        "w"))
                .proven("long", story.today);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(100));
    }

    @Test
    @DisplayName("N4 a service that nothing proves does not move the exit; its note does")
    void onlyEvidenceCounts() {
        Story story = Story.participating().after(20).gives("CAREER");
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(90));
        assertThat(story.snapshot().unevidenced()).isEqualTo(1);
        story.proven();
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(110));
        assertThat(story.snapshot().unevidenced()).isZero();
    }

    @Test
    @DisplayName(
            "N12 a note of a day on which the service was not given proves nothing and is flagged; one of its day is not")
    void disagreeingNote() {
        Story story = Story.participating().after(20).gives("08");
        story.proven(story.lastRecorded().id(), story.today.minusDays(1));
        assertThat(story.snapshot().flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.kind()).isEqualTo(MonitorFlag.Kind.NOTE_AND_FILE_DISAGREE))
                .satisfies(flag -> assertThat(flag.why()).contains("note is of " + story.today.minusDays(1)));
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(90));
        Story agreeing = Story.participating().after(20).gives("08");
        agreeing.proven();
        assertThat(agreeing.snapshot().flags()).isEmpty();
    }

    @Test
    @DisplayName("Y11 the same proof twice announces nothing")
    void sameProofTwice() {
        Story story = Story.participating();
        Evidence proof = story.lastRecorded().evidence().getFirst();
        story.does(story.enrolment.evidence(story.lastRecorded().id(), proof, story.today))
                .announcesNothing();
        story.does(story.enrolment.evidence("unknown", proof, story.today)).announcesNothing();
    }

    @Test
    @DisplayName("Y11 a service of day 89, recorded late, undoes the exit; one of day 90 comes too late")
    void lateRecord() {
        Story late = Story.participating().after(90).visited().after(3);
        late.gives("CAREER", Story.DAY.plusDays(90), "came by").isRefused("Y11", "ended on");
        late.gives("CAREER", Story.DAY.plusDays(89), "came by").isStill(EXITED);
        late.proven().announces(EnrolmentEvent.ExitUndone.class).isStill(PARTICIPATING);
        assertThat(late.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(179));
        assertThat(late.snapshot().followUps()).isEmpty();
    }

    @Test
    @DisplayName("Y11 a late record that comes after its own 90 days moves the exit instead")
    void lateRecordMovesTheExit() {
        Story story = Story.participating().after(90).visited();
        String exit = story.exit().id();
        story.after(60)
                .gives("CAREER", Story.DAY.plusDays(30), "found in the paper file")
                .proven();
        story.announces(EnrolmentEvent.Exited.class).isStill(EXITED);
        assertThat(story.exit().on()).isEqualTo(Story.DAY.plusDays(30));
        assertThat(story.exit().id()).isEqualTo(exit);
        assertThat(story.snapshot().followUps().getFirst().dueOn())
                .isEqualTo(Story.DAY.plusDays(30).plusMonths(1));
    }

    @Test
    @DisplayName("Y11 another exit after one that was undone has an id of its own, and so have its follow-ups")
    void exitAgain() {
        Story story = Story.participating().after(90).visited();
        String first = story.exit().id();
        story.gives("CAREER", Story.DAY.plusDays(80), "late").proven().announces(EnrolmentEvent.ExitUndone.class);
        story.on(Story.DAY.plusDays(170)).visited().announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().id()).isNotEqualTo(first);
        assertThat(story.exit().on()).isEqualTo(Story.DAY.plusDays(80));
    }

    @Test
    @DisplayName("N4 proof that is taken back takes the days back, too")
    void withdrawnProof() {
        Story story = Story.participating().after(40).gives("CAREER").proven();
        String note = story.lastRecorded().evidence().getFirst().id();
        story.does(story.enrolment.withdrawEvidence(story.lastRecorded().id(), note, story.today))
                .announces(EnrolmentEvent.EvidenceWithdrawn.class);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(90));
        story.on(Story.DAY.plusDays(90)).visited().announces(EnrolmentEvent.Exited.class);
    }

    @Test
    @DisplayName("Y11 another policy moves the clock, and says so")
    void otherPolicy() {
        Story story = Story.participating().after(10);
        story.terms = Story.terms(60, false);
        story.visited().announces(EnrolmentEvent.ExitClockReset.class);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(60));
    }

    @Test
    @DisplayName(
            "Y11 a note of the eighty-ninth day of a service that goes on keeps it alive, one of the ninetieth comes too late")
    void noteOfALongService() {
        Story story = counselled();
        story.on(Story.DAY.plusDays(99)).proven("long", story.today);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(189));
        Story late = counselled();
        late.on(Story.DAY.plusDays(100)).proven("long", late.today).visited().announces(EnrolmentEvent.Exited.class);
        assertThat(late.exit().on()).isEqualTo(Story.DAY.plusDays(10));
    }

    /** Counselling of half a year from the tenth day on, given on that day. */
    private static Story counselled() {
        Story story = Story.participating().after(10);
        return story.records(new ServiceRules.Entry(
                        "long", story.programme, "COUNSEL", story.today, null, null, null, "yes", null, "w"))
                .proven("long", story.today);
    }

    @Test
    @DisplayName("Y11 Y9 in whatever order services and gaps are on record, the end is the same")
    void anyOrder() {
        LocalDate day = Story.DAY;
        assertThat(ExitClock.of(day, Stream.of(day.plusDays(160), day.plusDays(80)), List.of(), 90))
                .isEqualTo(new ExitClock(day.plusDays(160), day.plusDays(250)));
        PlannedGap first = gap(day.plusDays(10), day.plusDays(110));
        PlannedGap second = gap(day.plusDays(111), day.plusDays(220));
        ExitClock held = new ExitClock(day, day.plusDays(221));
        assertThat(ExitClock.of(day, Stream.of(), List.of(first, second), 90)).isEqualTo(held);
        assertThat(ExitClock.of(day, Stream.of(), List.of(second, first), 90)).isEqualTo(held);
    }

    private static PlannedGap gap(LocalDate from, LocalDate until) {
        return new PlannedGap("g-" + from, from, until, PlannedGap.Reason.HEALTH, "n", List.of(), from, "w");
    }

    @Test
    @DisplayName("Y11 after an exit nothing is due, and an old service entered late announces itself and no other exit")
    void nothingDue() {
        Story story = Story.participating().after(90).visited();
        assertThat(story.enrolment.dueAt()).isNull();
        assertThat(story.snapshot().exitProjectedOn()).isNull();
        Exit before = story.exit();
        story.gives("CAREER", Story.DAY, "paper file").announces(EnrolmentEvent.ServiceRecorded.class);
        story.proven().announces(EnrolmentEvent.ServiceEvidenced.class);
        assertThat(story.exit()).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "N4 a note that is amended to another day proves that day alone, and taking one back leaves the others")
    void amendedNote() {
        Story story = counselled().after(20);
        story.does(story.enrolment.evidence("long", note("n-1", story.today), story.today));
        story.does(story.enrolment.evidence("long", note("n-1", story.today.minusDays(5)), story.today));
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(25 + 90));
        story.does(story.enrolment.withdrawEvidence("long", "n-1", story.today));
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(10 + 90));
        story.does(story.enrolment.withdrawEvidence("long", "n-1", story.today)).announcesNothing();
    }

    private static Evidence note(String id, LocalDate on) {
        return new Evidence(id, Evidence.Kind.NOTE, on);
    }

    @Test
    @DisplayName("N4 N5 evidence proves when it is of a wanted kind and of a day up to the longest duration")
    void whatProves() {
        Story story = Story.participating().after(10).gives("CAREER");
        ServiceGiven career = story.lastRecorded();
        LocalDate from = career.from();
        story.proven(career.id(), from).on(from.plusDays(85));
        story.does(story.enrolment.evidence(
                career.id(), new Evidence("a-1", Evidence.Kind.ATTENDANCE, story.today), story.today));
        assertThat(story.snapshot().exitProjectedOn())
                .as("no attendance is wanted")
                .isEqualTo(from.plusDays(90));
        story.proven(career.id(), from.plusDays(70));
        story.after(5).proven(career.id(), story.today);
        assertThat(story.snapshot().exitProjectedOn()).as("past its longest").isEqualTo(from.plusDays(160));
        assertThat(story.lastRecorded().disagreeing()).extracting(Evidence::on).containsExactly(story.today);
        story.proven(career.id(), from.plusDays(89));
        assertThat(story.snapshot().exitProjectedOn())
                .as("its last possible day")
                .isEqualTo(from.plusDays(179));
    }

    @Test
    @DisplayName(
            "N3 a service is complete when it ended; a one-day service of a goal on its day, once a note of that day proves it")
    void completed() {
        LocalDate day = Story.DAY;
        assertThat(given(true, "goal-1", null, day).completedOn()).contains(day);
        assertThat(given(true, "goal-1", null, day.plusDays(1)).completedOn()).isEmpty();
        assertThat(given(true, null, null, day).completedOn()).as("of no goal").isEmpty();
        assertThat(given(false, "goal-1", null, day).completedOn())
                .as("goes on")
                .isEmpty();
        assertThat(given(false, "goal-1", day.plusDays(5), day).completedOn()).contains(day.plusDays(5));
        assertThat(given(true, "goal-1", null, null).completedOn())
                .as("not proven")
                .isEmpty();
    }

    private static ServiceGiven given(
            boolean oneDay, @Nullable String goal, @Nullable LocalDate ended, @Nullable LocalDate provenOn) {
        return new ServiceGiven(
                "s-1",
                Programme.LEAP,
                FundSource.LEAP_GRANT,
                1,
                "CAREER",
                "Career",
                CatalogueEntry.Level.INTENSIVE,
                true,
                oneDay,
                90,
                Story.DAY,
                null,
                ended,
                goal,
                null,
                null,
                null,
                List.of(Evidence.Kind.NOTE),
                provenOn == null ? List.of() : List.of(note("n-1", provenOn)),
                List.of(),
                Story.DAY,
                "w");
    }
}
