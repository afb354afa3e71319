package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.InMemoryAggregates;

/** When and how a check-in after the exit is made, by what ships for LEAP. */
class RecordingAFollowUpTest {

    private final InMemoryAggregates<Enrolment> enrolments = new InMemoryAggregates<>((_, _) -> null);
    private final BusinessClock clock = new BusinessClock();
    private final RecordingAFollowUp recording = new RecordingAFollowUp(enrolments, new Shipped(), clock);
    private int commands;

    /** Whose last service was a year from now, and who exited ninety days after it, which is today. */
    private Story exited() {
        LocalDate last = clock.today(Story.CHICAGO).plusYears(1);
        Story story = new Story(Story.CHICAGO, last).in(Programme.LEAP, FundSource.LEAP_GRANT);
        return kept(story.eligible().enrols().gives("08").proven().after(90).visited());
    }

    private Story kept(Story story) {
        clock.moveTo(story.today.atStartOfDay(Story.CHICAGO).plusHours(9).toInstant());
        enrolments.forget();
        enrolments.create(
                Command.withId("kept"), "p-1", () -> Decision.accept(story.enrolment, Story.Nothing.ANNOUNCED));
        return story;
    }

    private Result<Enrolment> made(int month, LocalDate on, FollowUp.Method method) {
        return recording.record(
                Command.withId("check-in " + ++commands),
                new RecordingAFollowUp.CheckIn("p-1", month, on, method, null, true, null, null, null, "w"));
    }

    private static Refusal refused(Result<Enrolment> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Enrolment>) result).refusal();
    }

    private static void done(Result<Enrolment> result) {
        assertThat(result).isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("Y12 a check-in is made on the day of the exit at the earliest, and today at the latest")
    void days() {
        Story story = exited();
        LocalDate exit = story.exit().on();
        FollowUp.Method phone = FollowUp.Method.TELEPHONE;
        assertThat(refused(made(1, exit.minusDays(1), phone)).field()).isEqualTo("doneOn");
        assertThat(refused(made(1, story.today.plusDays(1), phone)).field()).isEqualTo("doneOn");
        done(made(1, exit, phone));
        done(made(3, story.today, phone));
    }

    @Test
    @DisplayName(
            "N8 a month has one check-in; another month than those of the plan may have one as well, due by the exit")
    void months() {
        Story story = exited();
        done(made(3, story.today, FollowUp.Method.TELEPHONE));
        assertThat(refused(made(3, story.today, FollowUp.Method.TELEPHONE)).reason())
                .contains("month 3 was made already");
        done(made(2, story.today, FollowUp.Method.TELEPHONE));
        Enrolment now = enrolments.find("p-1").orElseThrow().state();
        assertThat(now.period().followUps())
                .filteredOn(f -> !f.open())
                .extracting(FollowUp::dueOn)
                .containsExactlyInAnyOrder(
                        story.exit().on().plusMonths(2), story.exit().on().plusMonths(3));
        assertThat(now.period().followUps()).hasSize(6);
    }

    @Test
    @DisplayName("N8 it is made by a method that the programme accepts: by video for LEAP, by text message not")
    void methods() {
        Story story = exited();
        assertThat(refused(made(1, story.today, FollowUp.Method.TEXT)).field()).isEqualTo("method");
        done(made(1, story.today, FollowUp.Method.VIDEO));
    }

    @Test
    @DisplayName("Y12 without an exit, and after a death, nobody is followed up")
    void whom() {
        Story story = exited();
        Story goesOn =
                kept(new Story(Story.CHICAGO, story.today).eligible().enrols().gives("08"));
        assertThat(refused(made(1, goesOn.today, FollowUp.Method.TELEPHONE)).reason())
                .contains("no exit");
        kept(goesOn.decides(new ExitRules.Wish(
                Exit.Kind.DECEASED, "died", "n", "certificate", null, null, false, false, true, "w")));
        assertThat(refused(made(1, goesOn.today, FollowUp.Method.TELEPHONE)).rule())
                .isEqualTo("Y12");
    }
}
