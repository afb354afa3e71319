package org.throughcare.participant.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Refusal;

class QuestionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static QuestionSet set(int version, boolean answersRequired, boolean inPerson) {
        return new QuestionSet(
                Programme.WIOA_MONTGOMERY,
                version,
                DAY,
                answersRequired,
                inPerson,
                List.of(new QuestionSet.Topic("WAGES", "Wages"), new QuestionSet.Topic("WORK", "Work")),
                List.of(
                        question("wage", "WAGES", QuestionSet.Kind.NUMBER, true),
                        question("move", "WORK", QuestionSet.Kind.YES_NO, false),
                        new QuestionSet.Question(
                                "ready", "WORK", "When?", QuestionSet.Kind.CHOICE, true, List.of("NOW", "LATER"))));
    }

    private static QuestionSet.Question question(String id, String topic, QuestionSet.Kind kind, boolean required) {
        return new QuestionSet.Question(id, topic, id + "?", kind, required, List.of());
    }

    private static Questions inForce(int version) {
        return new Questions(List.of(set(version, true, false)));
    }

    private static Answers answers(int version, String... questionsAndValues) {
        List<Answers.Answer> given = new ArrayList<>();
        for (int i = 0; i < questionsAndValues.length; i += 2) {
            given.add(new Answers.Answer(questionsAndValues[i], questionsAndValues[i + 1]));
        }
        return new Answers(Programme.WIOA_MONTGOMERY, version, given);
    }

    private static AssessmentPart.StaffInterview interview(AssessmentPart.@Nullable Method method, Answers... answers) {
        return new AssessmentPart.StaffInterview(List.of(), List.of(answers), method);
    }

    private static Refusal fault(Questions questions, AssessmentPart.StaffInterview interview) {
        Optional<Refusal> fault = questions.faultIn(interview);
        assertThat(fault).as("refused").isPresent();
        return fault.orElseThrow();
    }

    @Test
    @DisplayName("N2 answers to all that is required are accepted, and speak of their topics")
    void answered() {
        AssessmentPart.StaffInterview interview = interview(null, answers(1, "wage", "18.50", "ready", "NOW"));
        assertThat(inForce(1).faultIn(interview)).isEmpty();
        assertThat(inForce(1).spokenOf(interview)).containsExactlyInAnyOrder("WAGES", "WORK");
    }

    @Test
    @DisplayName("N2 an unknown question is refused by name, and so is one that is answered twice")
    void unknown() {
        Refusal fault =
                fault(inForce(1), interview(null, answers(1, "wage", "18", "ready", "NOW", "star-sign", "Libra")));
        assertThat(fault.rule()).isEqualTo("N2");
        assertThat(fault.field()).isEqualTo("part.answers.given");
        assertThat(fault.reason()).contains("star-sign");
        assertThat(fault(inForce(1), interview(null, answers(1, "wage", "18", "wage", "19", "ready", "NOW")))
                        .reason())
                .contains("wage");
    }

    @Test
    @DisplayName("N2 a required answer that is missing or blank is named; one that is not required may be missing")
    void missing() {
        assertThat(fault(inForce(1), interview(null, answers(1, "move", "YES"))).reason())
                .contains("wage")
                .contains("ready")
                .doesNotContain("move");
        assertThat(fault(inForce(1), interview(null, answers(1, "wage", " ", "ready", "NOW")))
                        .reason())
                .contains("wage")
                .doesNotContain("ready");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "wage,18,true",
        "wage,18.55,true",
        "wage,a lot,false",
        "wage,-1,false",
        "move,YES,true",
        "move,yes,false",
        "ready,LATER,true",
        "ready,NEVER,false"
    })
    @DisplayName("N2 an answer is of its question's kind")
    void kinds(String question, String value, boolean fits) {
        String other = question.equals("wage") ? "ready" : "wage";
        Answers given = question.equals("move")
                ? answers(1, "wage", "18", "ready", "NOW", question, value)
                : answers(1, other, other.equals("wage") ? "18" : "NOW", question, value);
        assertThat(inForce(1).faultIn(interview(null, given)).isEmpty()).isEqualTo(fits);
    }

    @Test
    @DisplayName(
            "N2 answers name the version in force on the day of the interview; another, older or newer, is refused")
    void version() {
        for (int other : new int[] {1, 3}) {
            Refusal fault = fault(inForce(2), interview(null, answers(other, "wage", "18", "ready", "NOW")));
            assertThat(fault.field()).isEqualTo("part.answers.version");
            assertThat(fault.reason()).contains("version 2");
        }
        assertThat(inForce(2).faultIn(interview(null, answers(2, "wage", "18", "ready", "NOW"))))
                .isEmpty();
    }

    @Test
    @DisplayName("N2 answers to a programme that does not bind the participant are refused")
    void otherProgramme() {
        Answers other = new Answers(Programme.CHICAGO, 1, List.of());
        assertThat(fault(inForce(1), interview(null, other)).field()).isEqualTo("part.answers.programme");
    }

    @Test
    @DisplayName("N2 where the programme wants its questions answered, findings alone are no interview")
    void findingsAlone() {
        AssessmentPart.StaffInterview interview = new AssessmentPart.StaffInterview(
                List.of(new AssessmentPart.Finding("WAGES", "about 18 dollars")), null, null);
        assertThat(fault(inForce(1), interview).field()).isEqualTo("part.answers");
        assertThat(new Questions(List.of(set(1, false, false))).faultIn(interview))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "H6 an assessment that is to be made face to face is not made by telephone, nor in a way that nobody says")
    void faceToFace() {
        Questions questions = new Questions(List.of(set(1, true, true)));
        Answers all = answers(1, "wage", "18", "ready", "NOW");
        Refusal fault = fault(questions, interview(AssessmentPart.Method.TELEPHONE, all));
        assertThat(fault.rule()).isEqualTo("H6");
        assertThat(Objects.requireNonNull(fault.field())).isEqualTo("part.method");
        assertThat(fault(questions, interview(null, all)).rule()).isEqualTo("H6");
        assertThat(questions.faultIn(interview(AssessmentPart.Method.IN_PERSON, all)))
                .isEmpty();
    }

    @Test
    @DisplayName("N2 a set with a question of no topic, or a choice without choices, is no set")
    void badSets() {
        assertThatThrownBy(() -> new QuestionSet(
                        Programme.LEAP,
                        1,
                        DAY,
                        false,
                        false,
                        List.of(),
                        List.of(question("wage", "WAGES", QuestionSet.Kind.TEXT, true))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuestionSet(
                        Programme.LEAP,
                        1,
                        DAY,
                        false,
                        false,
                        List.of(new QuestionSet.Topic("WAGES", "Wages")),
                        List.of(question("wage", "WAGES", QuestionSet.Kind.CHOICE, true))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
