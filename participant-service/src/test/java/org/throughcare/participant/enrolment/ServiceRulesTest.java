package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Enrolment.State.NOT_PARTICIPATING;
import static org.throughcare.participant.enrolment.Enrolment.State.PARTICIPATING;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class ServiceRulesTest {

    private static ServiceRules.Entry entry(
            Story story,
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String goal,
            @Nullable String grounds) {
        return new ServiceRules.Entry(
                "s-" + code + from, story.programme, code, from, until, goal, null, grounds, null, "w");
    }

    @Test
    @DisplayName("Y2 eligibility comes before the decision to enrol")
    void eligibilityFirst() {
        new Story().enrols().isRefused("Y2", "Eligibility");
        new Story().eligible().enrols().announces(EnrolmentEvent.ProgrammeEnrolled.class);
    }

    @Test
    @DisplayName("Y2 participation starts on the day of the first qualifying service, outreach starts nothing")
    void starts() {
        Story story = Story.enrolled().gives("OUT").isStill(NOT_PARTICIPATING);
        assertThat(story.enrolment.dueAt()).isNull();
        story.after(3).gives("CAREER").isStill(PARTICIPATING);
        assertThat(story.snapshot().participationStart()).isEqualTo(Story.DAY.plusDays(3));
    }

    @Test
    @DisplayName("Y2 in WIOA Youth no qualifying service comes before service 08; on the same day it may")
    void first08() {
        Story story = new Story()
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols()
                .after(5);
        ServiceCatalogue youth = Story.catalogue(Programme.WIOA_YOUTH_TX, "08", false);
        story.records(entry(story, "CAREER", story.today, null, null, null), youth, Set.of())
                .isRefused("Y2", "always service 08")
                .isStill(NOT_PARTICIPATING);
        story.records(entry(story, "08", story.today, null, null, null), youth, Set.of())
                .isStill(PARTICIPATING);
        story.records(entry(story, "CAREER", story.today, null, null, null), youth, Set.of())
                .announces(EnrolmentEvent.ServiceRecorded.class);
        story.records(entry(story, "CAREER", story.today.minusDays(1), null, null, null), youth, Set.of())
                .isRefused("Y2", "always service 08");
    }

    @Test
    @DisplayName("Y2 who is not enrolled gets no service but those that may come before")
    void notEnrolled() {
        Story story = new Story().eligible().gives("CAREER").isRefused("Y2", "not enrolled");
        story.gives("OUT").announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("Y4 a one-day service spans one day; N5 a spanning one at most its longest duration")
    void length() {
        Story story = Story.participating();
        LocalDate from = story.today;
        story.records(entry(story, "08", from, from.plusDays(1), null, null)).isRefusedAt("Y4", "until");
        story.records(entry(story, "CAREER", from, from.plusDays(90), null, "g"))
                .isRefusedAt("N5", "until");
        story.records(entry(story, "CAREER", from, from.plusDays(89), null, "g"))
                .announces(EnrolmentEvent.ServiceRecorded.class);
        story.records(entry(story, "COUNSEL", from, from.plusDays(180), null, "g"))
                .isRefusedAt("N5", "until");
        story.records(entry(story, "COUNSEL", from, from.plusDays(179), null, "g"))
                .announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("N4 a service of tomorrow was not given, one of today may have been")
    void future() {
        Story story = Story.participating();
        story.gives("CAREER", story.today.plusDays(1), null).isRefusedAt("N4", "from");
        story.gives("CAREER", story.today, null).announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("N4 what the programme or its fund source does not allow is refused")
    void disallowed() {
        Story.participating().gives("MASSAGE").isRefusedAt("N4", "code");
        Story adult = new Story()
                .in(Programme.WIOA_MONTGOMERY, FundSource.WIOA_ADULT)
                .eligible()
                .enrols();
        ServiceCatalogue catalogue = Story.catalogue(Programme.WIOA_MONTGOMERY, null, false);
        adult.records(entry(adult, "OST", adult.today, null, "goal-1", null), catalogue, Set.of("goal-1"))
                .isRefused("N4", "WIOA_ADULT");
    }

    @Test
    @DisplayName("N4 a service that must serve a goal points at an open goal of the plan")
    void goal() {
        Story story = Story.participating();
        ServiceCatalogue catalogue = Story.catalogue(Programme.LEAP, null, false);
        story.records(entry(story, "OST", story.today, null, null, null), catalogue, Set.of("goal-1"))
                .isRefusedAt("N4", "goal");
        story.records(entry(story, "OST", story.today, null, "goal-2", null), catalogue, Set.of("goal-1"))
                .isRefusedAt("N4", "goal");
        story.records(entry(story, "OST", story.today, null, "goal-1", null), catalogue, Set.of("goal-1"))
                .announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("C4 going up a level needs its grounds, staying on it does not")
    void level() {
        Story story = Story.participating();
        ServiceCatalogue catalogue = Story.catalogue(Programme.LEAP, null, true);
        story.records(entry(story, "CAREER", story.today, null, null, " "), catalogue, Set.of())
                .isRefusedAt("C4", "grounds");
        story.records(
                        entry(story, "CAREER", story.today, null, null, "core did not lead to a job"),
                        catalogue,
                        Set.of())
                .announces(EnrolmentEvent.ServiceRecorded.class);
        story.records(entry(story, "COUNSEL", story.today, null, null, null), catalogue, Set.of())
                .announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName(
            "Y11 a service added within 14 days of the exit needs a justification, on the fifteenth day before it does not")
    void justification() {
        Story story = Story.participating().on(Story.DAY.plusDays(75)).gives("CAREER");
        story.announces(EnrolmentEvent.ServiceRecorded.class);
        Story near = Story.participating().on(Story.DAY.plusDays(76)).gives("CAREER");
        near.isRefusedAt("Y11", "justification");
        near.gives("CAREER", near.today, "needs interview training").announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("Y11 for someone who cannot be found no service is added near the exit, what was given before may be")
    void missing() {
        Story story = Story.participating().on(Story.DAY.plusDays(80));
        story.missingSince = Story.DAY.plusDays(40);
        story.gives("CAREER", story.today, "keep open").isRefused("Y11", "searched for");
        story.gives("CAREER", Story.DAY.plusDays(40), "keep open").isRefused("Y11", "searched for");
        story.gives("CAREER", Story.DAY.plusDays(39), "entered late").announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName(
            "Y5 one participation across programmes: any programme's service moves the exit, and which one did shows")
    void coEnrolled() {
        Story story = Story.participating()
                .after(5)
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible();
        story.enrols().isRefusedAt("Y5", "staffingNote");
        story.enrols("note-staffing").announces(EnrolmentEvent.ProgrammeEnrolled.class);
        story.after(20).gives("08").proven();
        EnrolmentSnapshot.LastService last =
                java.util.Objects.requireNonNull(story.snapshot().lastService());
        assertThat(last.programme()).isEqualTo(Programme.WIOA_YOUTH_TX);
        assertThat(story.snapshot().participationStart()).isEqualTo(Story.DAY);
        assertThat(story.snapshot().exitProjectedOn()).isEqualTo(story.today.plusDays(90));
    }

    @Test
    @DisplayName("Y5 closing one programme does not end the participation, but ends its services")
    void closing() {
        Story story = Story.participating().after(5);
        story.does(story.enrolment.closeProgramme(
                        story.enrolment.period().programmes().getFirst(), story.today))
                .announces(EnrolmentEvent.ProgrammeClosed.class)
                .isStill(PARTICIPATING);
        story.after(1).gives("CAREER").isRefused("Y5", "closed");
        story.gives("CAREER", story.today.minusDays(1), null).announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("Y18 someone better served elsewhere is referred, and nobody is enrolled")
    void elsewhere() {
        Story story = new Story().eligible();
        story.does(story.enrolment.referElsewhere(new ReferredElsewhere(
                        "r", Programme.LEAP, "Veterans' service", "eligible there", story.today, "w")))
                .announces(EnrolmentEvent.BetterServedElsewhere.class)
                .isStill(NOT_PARTICIPATING);
        assertThat(story.enrolment.period().programmes()).isEmpty();
    }

    @Test
    @DisplayName("N4 services that each come only just before the exit are flagged to monitors at the third in a row")
    void padding() {
        Story story = Story.participating();
        for (int i = 0; i < 2; i++) {
            story.after(80).gives("CAREER", story.today, "again").proven();
        }
        assertThat(story.snapshot().flags()).isEmpty();
        story.after(80).gives("CAREER", story.today, "again").proven();
        assertThat(story.snapshot().flags()).extracting(MonitorFlag::kind).containsExactly(MonitorFlag.Kind.PADDING);
    }

    @Test
    @DisplayName("N4 a service in between that was not last-minute breaks the pattern")
    void noPadding() {
        Story story = Story.participating();
        for (int days : new int[] {80, 80, 30, 80}) {
            story.after(days).gives("CAREER", story.today, "again").proven();
        }
        assertThat(story.snapshot().flags()).isEmpty();
    }

    @Test
    @DisplayName("N4 Y9 a service on return from a planned gap is what was planned, and no padding")
    void returnIsNoPadding() {
        Story story = Story.participating();
        for (int i = 0; i < 2; i++) {
            story.after(80).gives("CAREER", story.today, "again").proven();
        }
        story.plansGap(story.today.plusDays(1), story.today.plusDays(110));
        story.after(110).gives("CAREER", story.today, "back").proven();
        assertThat(story.snapshot().flags()).isEmpty();
    }

    @Test
    @DisplayName("Y2 a new enrolment after the exit starts a period of its own and keeps the old one")
    void again() {
        Story story = Story.participating().after(90).visited().after(30);
        story.enrols().isRefused("Y2", "Eligibility");
        story.eligible()
                .enrols()
                .isStill(NOT_PARTICIPATING)
                .gives("08")
                .proven()
                .isStill(PARTICIPATING);
        assertThat(story.snapshot().periodNumber()).isEqualTo(2);
        assertThat(story.snapshot().earlier())
                .singleElement()
                .satisfies(p -> assertThat(p.exit()).isNotNull());
    }

    @Test
    @DisplayName(
            "Y2 N5 a service begins on the day of the decision to enrol at the earliest, and ends no day before it begins")
    void fromAndUntil() {
        Story story = Story.participating().after(3);
        story.records(entry(story, "CAREER", Story.DAY.minusDays(1), null, null, "g"))
                .isRefusedAt("Y2", "from");
        story.records(entry(story, "CAREER", story.today, story.today.minusDays(1), null, "g"))
                .isRefusedAt("N5", "until");
        story.records(entry(story, "CAREER", Story.DAY, Story.DAY, null, "g"))
                .announces(EnrolmentEvent.ServiceRecorded.class);
        story.records(entry(story, "08", story.today, story.today, null, "g"))
                .announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("Y2 what may come before enrolment may also be entered of a day before the decision")
    void beforeTheDecision() {
        Story story = Story.participating().gives("OUT", Story.DAY.minusDays(1), null);
        story.announces(EnrolmentEvent.ServiceRecorded.class);
        assertThat(story.snapshot().participationStart()).isEqualTo(Story.DAY);
    }

    @Test
    @DisplayName(
            "Y2 Y11 an earlier first service moves the start back, but not by so much that the participation would have ended before")
    void earlierStart() {
        Story story = Story.enrolled().after(95).gives("08").proven();
        int announced = story.announced.size();
        story.gives("CAREER", Story.DAY.plusDays(5), "paper file").isRefused("Y11", "would have ended before");
        assertThat(story.announced).as("nothing announced").hasSize(announced);
        story.gives("CAREER", Story.DAY.plusDays(6), "paper file").announces(EnrolmentEvent.ServiceRecorded.class);
        assertThat(story.snapshot().participationStart()).isEqualTo(Story.DAY.plusDays(6));
    }

    @Test
    @DisplayName(
            "N7 Y11 after an exit that staff decided, a service of that day is recorded late, one of the day after is not")
    void afterADecidedExit() {
        Story story = Story.participating().after(20);
        story.decides(new ExitRules.Wish(
                        Exit.Kind.DECEASED, "died", "n", "certificate", null, null, false, false, true, "w"))
                .announces(EnrolmentEvent.Exited.class);
        LocalDate decided = story.today;
        story.after(1).gives("CAREER", story.today, null).isRefused("Y11", "ended on");
        story.gives("CAREER", decided, null).proven().announces(EnrolmentEvent.Exited.class);
        assertThat(story.exit().on()).isEqualTo(decided);
    }

    @Test
    @DisplayName("Y2 it is said of the first qualifying service, and of no other, that it starts the participation")
    void saysThatItStarts() {
        Story story = Story.enrolled().gives("OUT");
        assertThat(starts(story)).isFalse();
        assertThat(starts(story.gives("08"))).isTrue();
        assertThat(starts(story.gives("CAREER"))).isFalse();
        story.records(entryAgain(story)).isRefused("service-known", "already");
    }

    private static boolean starts(Story story) {
        return ((EnrolmentEvent.ServiceRecorded) story.announced.getLast()).startedParticipation();
    }

    private static ServiceRules.Entry entryAgain(Story story) {
        return new ServiceRules.Entry(
                story.lastRecorded().id(), story.programme, "CAREER", story.today, null, null, null, null, null, "w");
    }

    @Test
    @DisplayName(
            "Y2 outreach comes before service 08 and stands for none, nor does the service 08 of another programme")
    void no08() {
        Story story = Story.participating()
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols("note-staffing");
        ServiceCatalogue youth = Story.catalogue(Programme.WIOA_YOUTH_TX, "08", false);
        story.records(entry(story, "OUT", story.today, null, null, null), youth, Set.of())
                .announces(EnrolmentEvent.ServiceRecorded.class);
        story.records(entry(story, "CAREER", story.today, null, null, null), youth, Set.of())
                .isRefused("Y2", "always service 08");
    }

    @Test
    @DisplayName("C4 core services need no grounds")
    void coreNeedsNone() {
        Story story = Story.enrolled();
        ServiceCatalogue catalogue = Story.catalogue(Programme.LEAP, null, true);
        story.records(entry(story, "08", story.today, null, null, null), catalogue, Set.of())
                .announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("N9 a follow-up service is for after the exit")
    void followUpService() {
        Story story = Story.participating().after(10).gives("FU").isRefused("N9", "after the exit");
        story.on(Story.DAY.plusDays(90)).visited().gives("FU").announces(EnrolmentEvent.ServiceRecorded.class);
    }

    @Test
    @DisplayName("Y11 what keeps nothing alive is recorded near the exit, and after it, without a justification")
    void notQualifying() {
        Story story = Story.participating().after(80).gives("OUT").announces(EnrolmentEvent.ServiceRecorded.class);
        story.after(10).visited().gives("OUT").announces(EnrolmentEvent.ServiceRecorded.class);
    }
}
