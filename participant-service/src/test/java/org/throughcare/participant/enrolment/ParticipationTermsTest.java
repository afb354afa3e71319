package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.policy.Programme;

class ParticipationTermsTest {

    private static final TermsInForce IN_FORCE = new TermsInForce(new Shipped(), new Shipped());

    private static final ParticipationTerms ONE =
            new ParticipationTerms(List.of("one/1"), 90, 90, 180, 14, List.of(1, 3), 12, true, 3, 2, List.of(3), 90);
    private static final ParticipationTerms OTHER =
            new ParticipationTerms(List.of("other/4"), 60, 60, 170, 10, List.of(3, 2), 6, false, 2, 1, List.of(2), 60);
    private static final ParticipationTerms BOTH = new ParticipationTerms(
            List.of("one/1", "other/4"), 90, 90, 170, 14, List.of(1, 2, 3), 12, false, 2, 1, List.of(2, 3), 90);

    @Test
    @DisplayName(
            "Y5 Y9 Y11 Y12 N4 N8 where two programmes bind, of each number the one that asks for more does, either way round")
    void together() {
        assertThat(ParticipationTerms.together(List.of(ONE, OTHER))).isEqualTo(BOTH);
        assertThat(ParticipationTerms.together(List.of(OTHER, ONE)))
                .usingRecursiveComparison()
                .ignoringFields("policies")
                .isEqualTo(BOTH);
        assertThat(ParticipationTerms.together(List.of(ONE, ONE))).isEqualTo(ONE);
    }

    @Test
    @DisplayName("Y5 a programme that was closed binds no longer while another is open, and the last one binds on")
    void closed() {
        Story story = new Story();
        story.enrolment = Enrolment.empty("p-1", Shipped.SITE.toString(), Story.CHICAGO);
        story.in(Programme.LEAP, FundSource.LEAP_GRANT).eligible().enrols();
        ParticipationTerms leap = IN_FORCE.of(story.enrolment, story.today);
        story.in(Programme.HUD_CHOICE, FundSource.HUD).eligible().enrols("note-staffing");
        assertThat(IN_FORCE.of(story.enrolment, story.today).policies()).hasSize(2);
        story.does(story.enrolment.closeProgramme(
                story.enrolment.period().programmes().getLast(), story.today));
        assertThat(IN_FORCE.of(story.enrolment, story.today)).isEqualTo(leap);
        story.does(story.enrolment.closeProgramme(
                story.enrolment.period().programmes().getFirst(), story.today));
        assertThat(IN_FORCE.of(story.enrolment, story.today).policies()).hasSize(2);
    }
}
