package org.throughcare.acceptance.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.SkillsScore;
import tools.jackson.databind.JsonNode;

/** The four parts of an assessment on which a plan can rest. */
final class Assessment {

    private Assessment() {}

    /** @param sets what the interview is to ask, by programme */
    static List<Map<String, Object>> parts(JsonNode sets, LocalDate today) {
        return List.of(
                Map.of(
                        "is",
                        "CareerInventory",
                        "instrument",
                        "O*NET Interest Profiler",
                        "interests",
                        List.of("baking"),
                        "aptitudes",
                        List.of("numbers"),
                        "strengths",
                        List.of("punctual")),
                Map.of("is", "BasicSkills", "scores", List.of(SkillsScore.reading(today))),
                Map.of(
                        "is",
                        "StaffInterview",
                        "method",
                        "IN_PERSON",
                        "findings",
                        List.of(Map.of("topic", "JOB_READINESS", "finding", "Ready for work.")),
                        "answers",
                        sets.valueStream().map(Assessment::answers).toList()),
                Map.of(
                        "is",
                        "NeedsAndBarriers",
                        "needs",
                        List.of(Map.of("area", "HOUSING", "needed", false, "supportive", false))));
    }

    private static Map<String, Object> answers(JsonNode set) {
        return Map.of(
                "programme",
                set.path("programme").asString(""),
                "version",
                set.path("version").asInt(0),
                "given",
                set.path("questions")
                        .valueStream()
                        .map(each -> Map.of("question", each.path("id").asString(""), "value", answer(each)))
                        .toList());
    }

    private static String answer(JsonNode question) {
        return switch (question.path("kind").asString("")) {
            case "YES_NO" -> "NO";
            case "NUMBER" -> "18";
            case "CHOICE" -> question.path("choices").path(0).asString("");
            default -> "As the plan has it.";
        };
    }
}
