package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

/** How programmes begin and are closed, and services end. */
class ProgrammesTest {

    @Test
    @DisplayName("Y5 a programme closes on the day it began or later, once")
    void closesOnce() {
        Story story = Story.participating().after(5);
        ProgrammeEnrolment leap = story.enrolment.period().programmes().getFirst();
        story.does(story.enrolment.closeProgramme(leap, Story.DAY.minusDays(1))).isRefusedAt("Y5", "on");
        story.does(story.enrolment.closeProgramme(leap, Story.DAY)).announces(EnrolmentEvent.ProgrammeClosed.class);
        story.does(story.enrolment.closeProgramme(
                        story.enrolment.period().programmes().getFirst(), story.today))
                .announcesNothing();
        story.enrols().announces(EnrolmentEvent.ProgrammeEnrolled.class);
    }

    @Test
    @DisplayName(
            "Y5 a programme that is closed closes no other, and the day's qualifying service is the one that shows")
    void closesNoOther() {
        Story story = Story.participating()
                .in(Programme.CHICAGO, FundSource.WIOA_DISLOCATED_WORKER)
                .eligible()
                .enrols("note-staffing");
        story.does(story.enrolment.closeProgramme(
                story.enrolment.period().programmes().getFirst(), story.today));
        story.after(1).gives("OUT").proven();
        story.gives("CAREER").proven().announces(EnrolmentEvent.ServiceEvidenced.class);
        assertThat(Objects.requireNonNull(story.snapshot().lastService()).code())
                .isEqualTo("CAREER");
        Story unproven = Story.enrolled().gives("OUT").gives("CAREER");
        assertThat(Objects.requireNonNull(unproven.snapshot().lastService()).code())
                .isEqualTo("CAREER");
    }

    @Test
    @DisplayName(
            "Y2 eligibility that was determined after the day on which the programme would begin does not stand for it")
    void eligibilityOfThatDay() {
        Story story = new Story().after(1).eligible();
        story.on(Story.DAY).enrols().isRefused("Y2", "Eligibility");
        story.after(1).enrols().announces(EnrolmentEvent.ProgrammeEnrolled.class);
        story.enrols().isRefused("Y5", "already");
    }

    @Test
    @DisplayName("Y2 eligibility for one programme opens no other")
    void eligibilityOfThatProgramme() {
        Story story = new Story().eligible().in(Programme.CHICAGO, FundSource.WIOA_DISLOCATED_WORKER);
        story.enrols().isRefused("Y2", "Eligibility for CHICAGO");
    }

    @Test
    @DisplayName("N5 a service ends on one of its days up to today, once, and what comes after it proves nothing")
    void ends() {
        Story story = Story.participating().after(10).gives("CAREER");
        ServiceGiven career = story.lastRecorded();
        LocalDate from = story.today;
        story.after(5);
        story.does(story.enrolment.endService(career, from.minusDays(1), story.today))
                .isRefusedAt("N5", "on");
        story.does(story.enrolment.endService(career, story.today.plusDays(1), story.today))
                .isRefusedAt("N5", "on");
        Story first = story.does(story.enrolment.endService(career, from, story.today));
        first.announces(EnrolmentEvent.ServiceEnded.class);
        first.does(first.enrolment.endService(first.lastRecorded(), from, story.today))
                .isRefused("N5", "ended on");
        story.proven(career.id(), from.plusDays(1));
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(Story.DAY.plusDays(90));
        story.proven(career.id(), from);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(from.plusDays(90));
    }

    @Test
    @DisplayName("N5 a service ends today at the latest")
    void endsToday() {
        Story story = Story.participating().after(10).gives("CAREER");
        story.after(5).does(story.enrolment.endService(story.lastRecorded(), story.today, story.today));
        story.announces(EnrolmentEvent.ServiceEnded.class);
    }
}
