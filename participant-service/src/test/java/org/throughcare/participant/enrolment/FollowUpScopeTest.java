package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class FollowUpScopeTest {

    private static final List<FollowUp.Kind> KINDS = List.of(FollowUp.Kind.MENTORING, FollowUp.Kind.PROGRESS_TRACKING);

    private static Story youth() {
        return new Story()
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols()
                .gives("08")
                .proven();
    }

    private static Story decides(
            Story story,
            FollowUpScope.Intensity intensity,
            int months,
            List<FollowUp.Kind> kinds,
            boolean summerOnly,
            String basis) {
        return story.does(story.enrolment.decideFollowUp(
                new FollowUpScope(intensity, months, kinds, summerOnly, basis, story.today, "w"), story.terms));
    }

    private static Story lighter(Story story) {
        return decides(
                story, FollowUpScope.Intensity.LIGHTER, 12, KINDS, true, "eight weeks at the pool, in school now");
    }

    private static List<Integer> months(Story story) {
        return story.snapshot().followUps().stream()
                .map(EnrolmentSnapshot.CheckIn::month)
                .toList();
    }

    @Test
    @DisplayName(
            "N9 decided before the exit, a lighter follow-up has the check-ins that policy calls lighter, for as long")
    void lighterBeforeExit() {
        Story story = lighter(youth()).announces(EnrolmentEvent.FollowUpScopeDecided.class);
        assertThat(months(story)).isEmpty();
        story.after(90).visited();
        assertThat(months(story)).containsExactly(1, 5, 12);
        assertThat(story.snapshot().followUpEndsOn()).isEqualTo(Story.DAY.plusMonths(12));
    }

    @Test
    @DisplayName(
            "N9 decided after the exit it takes away what is still due, never what was made, and can be decided anew")
    void afterExit() {
        Story story = youth().after(90).visited();
        FollowUp third = story.enrolment.period().followUps().get(1);
        story.does(story.enrolment.followUp(new FollowUp(
                third.id(),
                third.month(),
                third.dueOn(),
                story.today,
                FollowUp.Method.TELEPHONE,
                FollowUp.Kind.MENTORING,
                true,
                null,
                null,
                null,
                "w",
                null)));
        lighter(story);
        assertThat(months(story)).containsExactly(1, 3, 5, 12);
        decides(story, FollowUpScope.Intensity.USUAL, 12, KINDS, false, "worked through the winter as well");
        assertThat(months(story)).containsExactly(1, 3, 5, 8, 12);
        assertThat(story.snapshot().followUps().stream().filter(f -> f.doneOn() != null))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "N9 without its basis, or without a kind of follow-up that is needed, it is refused and nothing is announced")
    void basis() {
        Story story = youth();
        int announced = story.announced.size();
        decides(story, FollowUpScope.Intensity.USUAL, 12, KINDS, false, " ").isRefusedAt("N9", "basis");
        decides(story, FollowUpScope.Intensity.USUAL, 12, List.of(), false, "needs a mentor")
                .isRefusedAt("N9", "kinds");
        assertThat(story.announced).hasSize(announced);
    }

    @Test
    @DisplayName("N9 as long as policy asks for is enough, a month less is refused, a month more ends with a check-in")
    void length() {
        Story story = youth().after(90).visited();
        decides(story, FollowUpScope.Intensity.USUAL, 11, KINDS, false, "needs").isRefusedAt("N9", "forMonths");
        decides(story, FollowUpScope.Intensity.USUAL, 12, KINDS, false, "needs")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        decides(story, FollowUpScope.Intensity.USUAL, 13, KINDS, false, "needs more")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        assertThat(months(story)).containsExactly(1, 3, 5, 8, 12, 13);
        assertThat(story.snapshot().followUpEndsOn()).isEqualTo(LocalDate.of(2027, 2, 5));
    }

    @Test
    @DisplayName("N9 lighter is for youth who took part in summer employment alone")
    void summerOnly() {
        decides(youth(), FollowUpScope.Intensity.LIGHTER, 12, KINDS, false, "does well")
                .isRefusedAt("N9", "intensity");
    }

    @Test
    @DisplayName("N9 an adult's follow-up is not measured so, and there is none before participation and after a death")
    void whose() {
        Story adult = Story.participating();
        lighter(adult).isRefused("N9", "Only a youth");
        Story early = new Story()
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols();
        lighter(early).isRefused("N9", "no participation");
        Story dead = youth();
        dead.decides(new ExitRules.Wish(
                Exit.Kind.DECEASED, "died", "n", "certificate", null, null, false, false, true, "w"));
        lighter(dead).isRefused("N9", "no participation");
    }

    @Test
    @DisplayName(
            "N9 lighter in one programme takes nothing from another: refused beside it, without effect when it comes later")
    void otherProgramme() {
        Story story = youth();
        lighter(story);
        story.in(Programme.LEAP, FundSource.LEAP_GRANT).eligible().enrols("note-staffing");
        story.after(90).visited();
        assertThat(months(story)).containsExactly(1, 3, 5, 8, 12);
        decides(story, FollowUpScope.Intensity.USUAL, 12, KINDS, false, "needs")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        lighter(story).isRefused("N9", "Another programme");
        assertThat(Objects.requireNonNull(story.refusal).allowed()).containsExactly("keep USUAL");
    }

    @Test
    @DisplayName("N9 the same decision again announces nothing")
    void again() {
        lighter(lighter(youth())).announcesNothing();
    }

    @Test
    @DisplayName(
            "N9 other kinds, another length or another basis is another decision; the same kinds in another order are not")
    void another() {
        Story story = decides(youth(), FollowUpScope.Intensity.USUAL, 12, KINDS, false, "needs");
        decides(story, FollowUpScope.Intensity.USUAL, 12, KINDS.reversed(), false, "needs")
                .announcesNothing();
        decides(story, FollowUpScope.Intensity.USUAL, 12, List.of(FollowUp.Kind.MENTORING), false, "needs")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        decides(story, FollowUpScope.Intensity.USUAL, 12, List.of(FollowUp.Kind.MENTORING), false, "needs more")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        decides(story, FollowUpScope.Intensity.USUAL, 12, List.of(FollowUp.Kind.MENTORING), true, "needs more")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        decides(story, FollowUpScope.Intensity.LIGHTER, 12, List.of(FollowUp.Kind.MENTORING), true, "needs more")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
        decides(story, FollowUpScope.Intensity.LIGHTER, 13, List.of(FollowUp.Kind.MENTORING), true, "needs more")
                .announces(EnrolmentEvent.FollowUpScopeDecided.class);
    }
}
