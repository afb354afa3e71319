package org.throughcare.participant.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * What a programme wants its staff interview to speak of and to ask, as data with versions (N2). Answers name the version they were given
 * to, so that what was asked can be read later.
 *
 * @param answersRequired findings alone are no interview: the questions are answered
 * @param inPerson the interview is held face to face (H6)
 */
public record QuestionSet(
        Programme programme,
        int version,
        LocalDate effectiveFrom,
        boolean answersRequired,
        boolean inPerson,
        List<Topic> topics,
        List<Question> questions) {

    public record Topic(String code, String name) {}

    /** @param choices the only answers there are; none for a question of another kind */
    public record Question(String id, String topic, String text, Kind kind, boolean required, List<String> choices) {

        private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

        public Question {
            choices = List.copyOf(choices);
        }

        /** What stands against an answer, in words. */
        Optional<String> faultIn(String value) {
            return switch (kind) {
                case TEXT -> Optional.empty();
                case YES_NO -> List.of("YES", "NO").contains(value) ? Optional.empty() : Optional.of("is YES or NO");
                case NUMBER -> NUMBER.matcher(value).matches() ? Optional.empty() : Optional.of("is a number");
                case CHOICE ->
                    choices.contains(value) ? Optional.empty() : Optional.of("is one of " + String.join(", ", choices));
            };
        }
    }

    public enum Kind {
        TEXT,
        YES_NO,
        NUMBER,
        CHOICE
    }

    public QuestionSet {
        topics = List.copyOf(topics);
        questions = List.copyOf(questions);
        Set<String> codes = topics.stream().map(Topic::code).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        for (Question each : questions) {
            if (!ids.add(each.id()) || !codes.contains(each.topic())) {
                throw new IllegalArgumentException("question " + each.id() + " is there twice, or of no topic");
            }
            if (each.choices().isEmpty() == (each.kind() == Kind.CHOICE)) {
                throw new IllegalArgumentException(
                        "question " + each.id() + " has choices, or is a choice: both or none");
            }
        }
        if (answersRequired && questions.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to answer");
        }
    }

    Optional<Question> question(@Nullable String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }

    boolean hasTopic(String code) {
        return topics.stream().anyMatch(t -> t.code().equals(code));
    }
}
