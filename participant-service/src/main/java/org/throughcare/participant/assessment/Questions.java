package org.throughcare.participant.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughcare.platform.aggregate.Refusal;

/** The sets that bind one participant on one day, one per programme; a staff interview is held against all of them (N2, H6). */
public record Questions(List<QuestionSet> sets) {

    private static final String RULE = "N2";
    private static final String ANSWERS = "part.answers";

    public Questions {
        sets = List.copyOf(sets);
    }

    /** What the programmes want spoken of, each topic once. */
    List<String> topics() {
        return sets.stream()
                .flatMap(s -> s.topics().stream())
                .map(QuestionSet.Topic::code)
                .distinct()
                .toList();
    }

    /** The topics that an interview speaks of, by a finding or by an answer. */
    Set<String> spokenOf(AssessmentPart.StaffInterview interview) {
        Set<String> spoken = new HashSet<>();
        interview.findings().forEach(f -> spoken.add(f.topic()));
        for (Answers answers : interview.answered()) {
            for (QuestionSet set : sets) {
                if (set.programme() == answers.programme()) {
                    answers.given().forEach(a -> set.question(a.question()).ifPresent(q -> spoken.add(q.topic())));
                }
            }
        }
        return spoken;
    }

    Optional<Refusal> faultIn(AssessmentPart.StaffInterview interview) {
        return topic(interview)
                .or(() -> inPerson(interview))
                .or(() -> twice(interview))
                .or(() -> interview.answered().stream()
                        .flatMap(a -> faultIn(a).stream())
                        .findFirst())
                .or(() -> lacking(interview));
    }

    private Optional<Refusal> topic(AssessmentPart.StaffInterview interview) {
        return interview.findings().stream()
                .map(AssessmentPart.Finding::topic)
                .filter(t -> sets.stream().noneMatch(s -> s.hasTopic(t)))
                .findFirst()
                .map(t -> invalid("part.findings", "The programme's list has no topic " + t + "."));
    }

    private Optional<Refusal> inPerson(AssessmentPart.StaffInterview interview) {
        boolean wanted = sets.stream().anyMatch(QuestionSet::inPerson);
        return wanted && interview.method() != AssessmentPart.Method.IN_PERSON
                ? Optional.of(Refusal.invalid("H6", "part.method", "This assessment is made face to face."))
                : Optional.empty();
    }

    private static Optional<Refusal> twice(AssessmentPart.StaffInterview interview) {
        long programmes =
                interview.answered().stream().map(Answers::programme).distinct().count();
        return programmes == interview.answered().size()
                ? Optional.empty()
                : Optional.of(invalid(ANSWERS, "One programme's questions are answered twice."));
    }

    private Optional<Refusal> faultIn(Answers answers) {
        Optional<QuestionSet> found =
                sets.stream().filter(s -> s.programme() == answers.programme()).findFirst();
        if (found.isEmpty()) {
            return Optional.of(invalid(
                    ANSWERS + ".programme", answers.programme() + " does not bind this participant on that day."));
        }
        QuestionSet set = found.get();
        if (set.version() != answers.version()) {
            return Optional.of(invalid(
                    ANSWERS + ".version",
                    "On that day version " + set.version() + " of the questions of " + set.programme()
                            + " is in force, not version " + answers.version() + "."));
        }
        return given(set, answers).or(() -> unanswered(set, answers));
    }

    private static Optional<Refusal> given(QuestionSet set, Answers answers) {
        Set<String> seen = new HashSet<>();
        for (Answers.Answer each : answers.given()) {
            Optional<QuestionSet.Question> question = set.question(each.question());
            if (question.isEmpty()) {
                return Optional.of(refused(each.question(), "is not asked"));
            }
            if (!seen.add(each.question())) {
                return Optional.of(refused(each.question(), "is answered twice"));
            }
            Optional<String> fault =
                    each.value().isBlank() ? Optional.empty() : question.get().faultIn(each.value());
            if (fault.isPresent()) {
                return Optional.of(refused(each.question(), "has an answer that it cannot have; one " + fault.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unanswered(QuestionSet set, Answers answers) {
        List<String> missing = new ArrayList<>();
        for (QuestionSet.Question each : set.questions()) {
            boolean answered = answers.given().stream()
                    .anyMatch(a -> a.question().equals(each.id()) && !a.value().isBlank());
            if (each.required() && !answered) {
                missing.add(each.id());
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(invalid(
                        ANSWERS + ".given", "These questions want an answer: " + String.join(", ", missing) + "."));
    }

    private Optional<Refusal> lacking(AssessmentPart.StaffInterview interview) {
        return sets.stream()
                .filter(QuestionSet::answersRequired)
                .filter(s -> interview.answered().stream().noneMatch(a -> a.programme() == s.programme()))
                .findFirst()
                .map(s -> invalid(
                        ANSWERS,
                        "The questions of " + s.programme() + ", version " + s.version() + ", are not answered."));
    }

    private static Refusal refused(String question, String fault) {
        return invalid(ANSWERS + ".given", "The question " + question + " " + fault + ".");
    }

    private static Refusal invalid(String field, String reason) {
        return Refusal.invalid(RULE, field, reason);
    }
}
