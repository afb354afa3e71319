package org.throughcare.participant.assessment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.participant.assessment.QuestionSet;
import org.throughcare.participant.policy.Programme;

class QuestionFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private final QuestionFiles shipped = new QuestionFiles("/assessment/questions/");

    @ParameterizedTest(name = "{0}")
    @EnumSource(Programme.class)
    @DisplayName("N2 every programme ships with a list of topics and with questions of which some are required")
    void shipped(Programme programme) {
        QuestionSet set = shipped.of(programme, TODAY);
        assertThat(set.programme()).isEqualTo(programme);
        assertThat(set.topics()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(set.questions()).anyMatch(QuestionSet.Question::required);
        assertThat(shipped.version(programme, set.version())).contains(set);
    }

    @Test
    @DisplayName("H6 the HUD programme asks, face to face, for strengths, limitations and resources")
    void faceToFace() {
        QuestionSet hud = shipped.of(Programme.HUD_CHOICE, TODAY);
        assertThat(hud.inPerson()).isTrue();
        assertThat(hud.answersRequired()).isTrue();
        assertThat(hud.questions())
                .filteredOn(QuestionSet.Question::required)
                .extracting(QuestionSet.Question::topic)
                .contains("STRENGTHS", "LIMITATIONS", "RESOURCES");
    }

    @Test
    @DisplayName("N2 a new version is in force from its day on, not the day before, and the old one stays readable")
    void versions() {
        QuestionFiles two = new QuestionFiles("/assessment/two-versions/");
        LocalDate from = LocalDate.of(2026, 7, 1);
        assertThat(two.of(Programme.LEAP, from.minusDays(1)).version()).isEqualTo(1);
        assertThat(two.of(Programme.LEAP, from).version()).isEqualTo(2);
        assertThat(two.version(Programme.LEAP, 1).orElseThrow().questions())
                .extracting(QuestionSet.Question::text)
                .containsExactly("What did you ask at first?");
        assertThat(two.version(Programme.LEAP, 3)).isEmpty();
    }
}
