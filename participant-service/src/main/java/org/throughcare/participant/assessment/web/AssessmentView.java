package org.throughcare.participant.assessment.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.assessment.Answers;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentPart;
import org.throughcare.participant.assessment.QuestionSet;
import org.throughcare.participant.assessment.QuestionSets;
import org.throughcare.participant.assessment.TestScore;
import org.throughcare.participant.assessment.TrackedNeed;
import org.throughcare.participant.policy.Programme;

/**
 * The assessment as staff see it.
 *
 * @param lacking parts that the current round still needs
 * @param topicsOpen what the programmes want spoken of and nobody has
 * @param pairs test scores before and after
 * @param needs each with its outcome, or open
 * @param answers with the words of the questions as they were asked
 */
record AssessmentView(
        String participant,
        int round,
        List<AssessmentPart.Kind> partsDone,
        List<AssessmentPart.Kind> lacking,
        @Nullable LocalDate completedOn,
        List<String> topicsOpen,
        List<PairLine> pairs,
        List<TrackedNeed> needs,
        List<AnswerLine> answers,
        List<Assessment.Recorded> parts) {

    /**
     * @param gain in points of the test's scale
     * @param gradeLevelGain in grade levels
     */
    record PairLine(
            TestScore pre,
            TestScore post,
            BigDecimal gain,
            @Nullable BigDecimal gradeLevelGain) {}

    record AnswerLine(
            String part, LocalDate on, Programme programme, int version, String question, String asked, String value) {}

    static AssessmentView of(Assessment a, List<String> topicsOpen, QuestionSets sets) {
        return new AssessmentView(
                a.participant(),
                a.round(),
                List.copyOf(a.done()),
                a.lacking(),
                a.completedOn(),
                topicsOpen,
                a.pairs().stream()
                        .map(p -> new PairLine(p.pre(), p.post(), p.gain(), p.gradeLevelGain()))
                        .toList(),
                a.needs(),
                answers(a, sets),
                a.parts());
    }

    private static List<AnswerLine> answers(Assessment a, QuestionSets sets) {
        List<AnswerLine> lines = new ArrayList<>();
        for (Assessment.Recorded each : a.parts()) {
            if (each.part() instanceof AssessmentPart.StaffInterview interview && interview.answers() != null) {
                interview.answers().forEach(answers -> lines.addAll(lines(each, answers, sets)));
            }
        }
        return lines;
    }

    private static List<AnswerLine> lines(Assessment.Recorded part, Answers answers, QuestionSets sets) {
        Map<String, QuestionSet.Question> asked = sets
                .version(answers.programme(), answers.version())
                .map(QuestionSet::questions)
                .orElseGet(List::of)
                .stream()
                .collect(Collectors.toMap(QuestionSet.Question::id, Function.identity()));
        return answers.given().stream()
                .map(g -> new AnswerLine(
                        part.id(),
                        part.on(),
                        answers.programme(),
                        answers.version(),
                        g.question(),
                        asked.containsKey(g.question())
                                ? asked.get(g.question()).text()
                                : g.question(),
                        g.value()))
                .toList();
    }
}
