package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class NewActivityTest {

    private static final LocalDate DAY = Story.DAY;

    private static Story records(Story story, String id, LocalDate from, @Nullable LocalDate until) {
        return story.records(new ServiceRules.Entry(
                        id, story.programme, "CAREER", from, until, null, null, "lower level did not do", null, "w-1"))
                .announces(EnrolmentEvent.ServiceRecorded.class);
    }

    private static List<NewActivity> by(Story story, String service) {
        return NewActivity.of(story.enrolment, service);
    }

    @Test
    @DisplayName(
            "N11 a service such as there was none is new from its first day, also told again later; the next such is not")
    void newService() {
        Story story = Story.participating().after(3);
        records(story, "c-1", DAY.plusDays(1), null);
        NewActivity first = new NewActivity("c-1", NewActivity.Kind.NEW, DAY.plusDays(1));
        assertThat(by(story, "c-1")).containsExactly(first);
        records(story, "c-2", DAY, null);
        assertThat(by(story, "c-2")).as("entered late, of an earlier day").isEmpty();
        assertThat(by(story, "c-1")).containsExactly(first);
        assertThat(by(story, "c-3")).as("not on record").isEmpty();
    }

    @Test
    @DisplayName("N11 the same service of another programme is new")
    void otherProgramme() {
        Story story = records(Story.participating(), "c-1", DAY, null)
                .in(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH)
                .eligible()
                .enrols("note-1");
        records(story, "c-2", DAY, null);
        assertThat(by(story, "c-2")).extracting(NewActivity::kind).containsExactly(NewActivity.Kind.NEW);
    }

    @Test
    @DisplayName("N11 planned to the day that was planned before is not wider, to the day after it is")
    void plannedLonger() {
        Story story = Story.participating().after(3);
        records(story, "c-1", DAY, DAY.plusDays(30));
        records(story, "c-2", DAY, DAY.plusDays(10));
        records(story, "c-3", DAY.plusDays(2), DAY.plusDays(30));
        records(story, "c-4", DAY.plusDays(3), DAY.plusDays(31));
        records(story, "c-5", DAY.plusDays(3), null);
        assertThat(by(story, "c-2")).isEmpty();
        assertThat(by(story, "c-3")).isEmpty();
        assertThat(by(story, "c-4"))
                .containsExactly(new NewActivity("c-4", NewActivity.Kind.PLANNED_LONGER, DAY.plusDays(3)));
        assertThat(by(story, "c-5")).isEmpty();
    }

    @Test
    @DisplayName("N11 given on the day planned for its end is not wider, given the day after it is, from that day")
    void wentOn() {
        Story story = records(Story.participating(), "c-1", DAY, DAY.plusDays(10));
        records(story, "c-2", DAY, DAY.plusDays(10)).after(12).proven("c-2", DAY.plusDays(10));
        assertThat(by(story, "c-2")).isEmpty();
        story.proven("c-2", DAY.plusDays(12)).proven("c-2", DAY.plusDays(11));
        assertThat(by(story, "c-2"))
                .containsExactly(new NewActivity("c-2", NewActivity.Kind.WENT_ON, DAY.plusDays(11)));
        assertThat(by(story, "c-1")).extracting(NewActivity::kind).containsExactly(NewActivity.Kind.NEW);
    }

    @Test
    @DisplayName("N11 what an earlier participation had is new in the next one")
    void nextParticipation() {
        Story story = records(Story.participating(), "c-1", DAY, null).after(91).visited();
        story.announces(EnrolmentEvent.Exited.class).after(1).eligible().enrols();
        records(story, "c-2", story.today, null);
        assertThat(by(story, "c-2")).extracting(NewActivity::kind).containsExactly(NewActivity.Kind.NEW);
        assertThat(by(story, "c-1")).as("still told of").hasSize(1);
    }
}
