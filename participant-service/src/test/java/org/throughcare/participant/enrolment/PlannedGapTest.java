package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Enrolment.State.EXITED;
import static org.throughcare.participant.enrolment.Enrolment.State.PARTICIPATING;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class PlannedGapTest {

    private static final LocalDate FROM = Story.DAY.plusDays(10);

    @Test
    @DisplayName("Y9 a planned gap of 90 days is refused, of 91 is accepted")
    void longerThan() {
        Story.participating().plansGap(FROM, FROM.plusDays(90)).isRefusedAt("Y9", "until");
        Story.participating().plansGap(FROM, FROM.plusDays(91)).announces(EnrolmentEvent.GapPlanned.class);
    }

    @Test
    @DisplayName("Y9 a planned gap of 179 days is accepted, of 180 is refused")
    void shorterThan() {
        Story.participating().plansGap(FROM, FROM.plusDays(179)).announces(EnrolmentEvent.GapPlanned.class);
        Story.participating().plansGap(FROM, FROM.plusDays(180)).isRefusedAt("Y9", "until");
    }

    @Test
    @DisplayName("Y9 it stops the exit while it lasts; the day after, without a service, the participation ends")
    void holdsOff() {
        Story story = Story.participating().plansGap(FROM, FROM.plusDays(150));
        story.on(Story.DAY.plusDays(90)).visited().announcesNothing().isStill(PARTICIPATING);
        story.on(FROM.plusDays(150)).visited().isStill(PARTICIPATING);
        story.after(1).visited().announces(EnrolmentEvent.Exited.class).isStill(EXITED);
        assertThat(story.exit().on()).isEqualTo(Story.DAY);
    }

    @Test
    @DisplayName("Y9 a service on return keeps the participation going")
    void returns() {
        Story story = Story.participating().plansGap(FROM, FROM.plusDays(150));
        story.on(FROM.plusDays(150))
                .gives("CAREER", story.today, "back from treatment")
                .proven();
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(story.today.plusDays(90));
    }

    @Test
    @DisplayName("Y9 without a note, or without a qualifying service to follow, it is refused")
    void noteAndService() {
        Story story = Story.participating();
        refusedWith(story, "", List.of("CAREER")).isRefusedAt("Y9", "note");
        refusedWith(story, "n-1", List.of()).isRefusedAt("Y9", "expectedServices");
        refusedWith(story, "n-1", List.of("OUT")).isRefusedAt("Y9", "expectedServices");
    }

    private static Story refusedWith(Story story, String note, List<String> services) {
        return story.does(story.enrolment.planGap(
                new PlannedGap(
                        "g", FROM, FROM.plusDays(100), PlannedGap.Reason.HEALTH, note, services, story.today, "w"),
                story.terms,
                List.of(Story.catalogue(Programme.LEAP, null, false)),
                story.today));
    }

    @Test
    @DisplayName("Y9 a gap that starts after the exit would have fallen comes too late, on that very day it does not")
    void tooLate() {
        LocalDate end = Story.DAY.plusDays(90);
        Story.participating().plansGap(end, end.plusDays(100)).announces(EnrolmentEvent.GapPlanned.class);
        Story.participating().plansGap(end.plusDays(1), end.plusDays(101)).isRefused("Y9", "ends on");
    }

    @Test
    @DisplayName("Y9 before participation and after the exit there is nothing to interrupt")
    void nothingToInterrupt() {
        Story.enrolled().plansGap(FROM, FROM.plusDays(100)).isRefused("Y9", "no participation");
        Story exited = Story.participating().after(90).visited();
        exited.plansGap(exited.today, exited.today.plusDays(100)).isRefused("Y9", "no participation");
    }

    @Test
    @DisplayName("Y9 several gaps are allowed, never of the same days, and the second one is flagged to monitors")
    void repeated() {
        Story story = Story.participating().plansGap(FROM, FROM.plusDays(100));
        assertThat(story.snapshot().flags()).isEmpty();
        story.plansGap(FROM.plusDays(100), FROM.plusDays(200)).isRefused("Y9", "covers");
        story.plansGap(FROM.plusDays(101), FROM.plusDays(200)).announces(EnrolmentEvent.GapPlanned.class);
        assertThat(story.snapshot().flags())
                .extracting(MonitorFlag::kind)
                .containsExactly(MonitorFlag.Kind.REPEATED_GAPS);
    }

    @Test
    @DisplayName(
            "Y9 a gap whose last day is today is planned still, one that ended yesterday is over and announces nothing")
    void over() {
        LocalDate until = Story.DAY.plusDays(91);
        Story story = Story.participating().after(60).gives("CAREER").proven();
        story.on(until).plansGap(Story.DAY, until).announces(EnrolmentEvent.GapPlanned.class);
        Story late = Story.participating().after(60).gives("CAREER").proven();
        int announced = late.announced.size();
        late.on(until.plusDays(1)).plansGap(Story.DAY, until).isRefused("Y9", "over already");
        assertThat(late.announced).as("nothing announced").hasSize(announced);
    }

    @Test
    @DisplayName("Y9 Y11 on the day before the end a gap is planned still, on the day of the end it comes too late")
    void runOut() {
        Story story = Story.participating().after(89);
        story.plansGap(story.today, story.today.plusDays(100)).announces(EnrolmentEvent.GapPlanned.class);
        Story late = Story.participating().after(90);
        late.plansGap(late.today, late.today.plusDays(100)).isRefused("Y9", "ends on");
    }

    @Test
    @DisplayName("Y9 a gap that ends the day before another begins is planned, one that ends on that day is not")
    void before() {
        LocalDate from = Story.DAY.plusDays(85);
        Story story = Story.participating().plansGap(from, from.plusDays(100));
        story.plansGap(from.minusDays(92), from).isRefused("Y9", "covers");
        story.plansGap(from.minusDays(92), from.minusDays(1)).announces(EnrolmentEvent.GapPlanned.class);
    }
}
