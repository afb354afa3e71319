package org.throughcare.participant.assessment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/** One of the four parts that make the assessment complete (Y3). */
public sealed interface AssessmentPart {

    /** The four. */
    enum Kind {
        CAREER_INVENTORY,
        BASIC_SKILLS,
        STAFF_INTERVIEW,
        NEEDS_AND_BARRIERS
    }

    /** How an interview was held (H6). */
    enum Method {
        IN_PERSON,
        VIDEO,
        TELEPHONE
    }

    /** The areas of the needs and barriers checklist (L6, Y3). */
    enum Area {
        EDUCATION,
        HOUSING,
        TRANSPORT,
        CHILDCARE,
        IDENTIFICATION,
        RIGHT_TO_WORK_DOCUMENTS,
        CLOTHING,
        FOOD,
        HEALTH_CARE,
        LEGAL,
        FINANCES,
        FAMILY,
        LANGUAGE,
        SUPERVISION,
        OTHER
    }

    Kind kind();

    /** What is missing before this part counts. */
    Optional<Refusal> missing();

    record CareerInventory(String instrument, List<String> interests, List<String> aptitudes, List<String> strengths)
            implements AssessmentPart {

        public CareerInventory {
            interests = List.copyOf(interests);
            aptitudes = List.copyOf(aptitudes);
            strengths = List.copyOf(strengths);
        }

        @Override
        public Kind kind() {
            return Kind.CAREER_INVENTORY;
        }

        @Override
        public Optional<Refusal> missing() {
            return interests.isEmpty() || aptitudes.isEmpty() || strengths.isEmpty()
                    ? refuse("The career inventory speaks of interests, aptitudes and strengths.")
                    : Optional.empty();
        }
    }

    record BasicSkills(List<TestScore> scores) implements AssessmentPart {

        public BasicSkills {
            scores = List.copyOf(scores);
        }

        @Override
        public Kind kind() {
            return Kind.BASIC_SKILLS;
        }

        @Override
        public Optional<Refusal> missing() {
            return scores.isEmpty() ? refuse("The basic-skills locator needs a test score.") : Optional.empty();
        }
    }

    /**
     * @param findings what came up, by topic
     * @param answers to the programmes' questions (N2)
     * @param method null for interviews recorded before it was asked for
     */
    record StaffInterview(
            List<Finding> findings,
            @Nullable List<Answers> answers,
            @Nullable Method method) implements AssessmentPart {

        public StaffInterview {
            findings = List.copyOf(findings);
            answers = answers == null ? null : List.copyOf(answers);
        }

        List<Answers> answered() {
            return answers == null ? List.of() : answers;
        }

        @Override
        public Kind kind() {
            return Kind.STAFF_INTERVIEW;
        }

        @Override
        public Optional<Refusal> missing() {
            return findings.isEmpty() && answered().isEmpty()
                    ? refuse("The interview has no finding.")
                    : Optional.empty();
        }
    }

    /** @param topic one of the programme's list (N2) */
    record Finding(String topic, String finding) {

        public Finding {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(finding, "finding");
        }
    }

    /** Each area is looked at; an area without need is an answer, too. */
    record NeedsAndBarriers(List<Need> needs) implements AssessmentPart {

        public NeedsAndBarriers {
            needs = List.copyOf(needs);
        }

        @Override
        public Kind kind() {
            return Kind.NEEDS_AND_BARRIERS;
        }

        @Override
        public Optional<Refusal> missing() {
            return needs.isEmpty() ? refuse("The checklist is empty.") : Optional.empty();
        }
    }

    /** @param supportive a supportive service could meet it */
    record Need(Area area, boolean needed, boolean supportive) {

        public Need {
            Objects.requireNonNull(area, "area");
        }
    }

    private static Optional<Refusal> refuse(String reason) {
        return Optional.of(Refusal.invalid("Y3", "part", reason));
    }
}
