package org.throughcare.acceptance.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.SkillsScore;
import tools.jackson.databind.json.JsonMapper;

/** What is sent about the things there are, in the shapes that are taken. */
final class Bodies {

    private static final List<String> TOPICS = List.of(
            "SERVICES_RECEIVED",
            "OTHER_FUNDING",
            "JOB_READINESS",
            "SKILLS_AND_EDUCATION",
            "TRAINING_NEEDS",
            "ABILITY_TO_FINISH_TRAINING",
            "COST_AND_LENGTH_OF_TRAINING",
            "FINANCIAL_AND_SOCIAL_NEEDS",
            "WAGE_EXPECTATIONS",
            "EMPLOYMENT_OPPORTUNITIES");

    private final UnaryOperator<String> id;
    private final Secrets secrets;
    private final LocalDate today;

    /** @param id gives the id of a thing by its name */
    Bodies(UnaryOperator<String> id, Secrets secrets, LocalDate today) {
        this.id = id;
        this.secrets = secrets;
        this.today = today;
    }

    /** All but the interview. */
    List<Map<String, Object>> assessmentParts() {
        Map<String, Object> need = Map.of("area", "HOUSING", "needed", true, "supportive", true);
        return List.of(
                Map.of(
                        "is",
                        "CareerInventory",
                        "instrument",
                        "Interest Profiler",
                        "interests",
                        List.of("machines"),
                        "aptitudes",
                        List.of("spatial"),
                        "strengths",
                        List.of("punctual")),
                Map.of("is", "BasicSkills", "scores", List.of(SkillsScore.reading(today))),
                Map.of("is", "NeedsAndBarriers", "needs", List.of(need)));
    }

    Map<String, Object> plan() {
        return Map.of(
                "goals",
                List.of(Map.ofEntries(
                        Map.entry("id", id.apply("goal")),
                        Map.entry("title", "Warehouse work"),
                        Map.entry("measure", "30 hours a week"),
                        Map.entry(
                                "steps",
                                List.of(Map.of(
                                        "id",
                                        Ids.next(),
                                        "what",
                                        "Order the birth certificate",
                                        "responsible",
                                        "Sam Fixture",
                                        "delivery",
                                        "BY_STAFF",
                                        "dueOn",
                                        today.plusDays(14).toString()))),
                        Map.entry("relevance", "Work comes first"),
                        Map.entry("targetDate", today.plusDays(180).toString()),
                        Map.entry("responsible", "Fay"),
                        Map.entry("priority", 1))),
                "backUpTransport",
                "Bus 14",
                "backUpChildcare",
                "Not needed",
                "strategy",
                "Forklift licence",
                "resources",
                List.of("Job center"));
    }

    Map<String, Object> assistance() {
        String obligation = Ids.next();
        String from = today.minusDays(30).toString();
        return Map.of(
                "obligations",
                List.of(Map.of(
                        "id",
                        obligation,
                        "programme",
                        "TANF",
                        "what",
                        "Thirty hours of work activity a week",
                        "hoursAWeek",
                        30,
                        "from",
                        from)),
                "sanctions",
                List.of(Map.of(
                        "id",
                        Ids.next(),
                        "obligation",
                        obligation,
                        "reason",
                        "Two weeks without hours",
                        "from",
                        from)));
    }

    static Map<String, Object> interview() {
        return Map.of(
                "id",
                Ids.next(),
                "part",
                Map.of(
                        "is",
                        "StaffInterview",
                        "findings",
                        TOPICS.stream()
                                .map(each -> Map.of("topic", each, "finding", "Talked through."))
                                .toList()));
    }

    Map<String, Object> hours() {
        Map<String, Object> block = Map.of(
                "id",
                Ids.next(),
                "day",
                today.plusDays(7).getDayOfWeek().name(),
                "from",
                "09:00",
                "to",
                "16:00",
                "site",
                id.apply("site"),
                "place",
                id.apply("place"),
                "setting",
                "COMMUNITY",
                "dropIn",
                false);
        return Map.of("pattern", List.of(block), "exceptions", List.of());
    }

    Map<String, Object> booking(Instant start) {
        return Map.of(
                "participant",
                id.apply("participant"),
                "worker",
                id.apply("own"),
                "start",
                start.toString(),
                "end",
                start.plus(Duration.ofMinutes(45)).toString(),
                "site",
                id.apply("site"),
                "place",
                id.apply("place"),
                "setting",
                "COMMUNITY",
                "kind",
                "ONE_ON_ONE");
    }

    Map<String, Object> group(Instant start) {
        return Map.of(
                "name",
                "Work readiness",
                "site",
                id.apply("site"),
                "place",
                id.apply("place"),
                "setting",
                "COMMUNITY",
                "leader",
                id.apply("own"),
                "capacity",
                8,
                "sessions",
                List.of(Map.of(
                        "id",
                        id.apply("session"),
                        "start",
                        start.toString(),
                        "end",
                        start.plus(Duration.ofHours(2)).toString())));
    }

    Map<String, Object> referralBody(String background) {
        return Map.of(
                "participant",
                id.apply("participant"),
                "site",
                id.apply("site"),
                "partner",
                id.apply("partner"),
                "service",
                "Reentry home",
                "kind",
                "HOUSING",
                "origin",
                "CASE_MANAGER",
                "role",
                "Find a place",
                "background",
                List.of(Map.of("kind", "SUBSTANCE_USE", "text", secrets.sentence(background))),
                "kinds",
                List.of("IDENTITY", "SUBSTANCE_USE"));
    }

    Map<String, Object> budget() {
        return Map.of(
                "site",
                id.apply("site"),
                "fundSource",
                "LEAP_GRANT",
                "from",
                today.minusDays(30).toString(),
                "until",
                today.plusDays(300).toString(),
                "total",
                5000,
                "allowable",
                List.of("TRANSPORT"));
    }

    Map<String, Object> money() {
        return Map.of(
                "id", id.apply("line"), "participant", id.apply("participant"), "kind", "TRANSPORT", "amount", 40);
    }

    /** With a secret in each part of its text. */
    Map<String, Object> note(String name) {
        Map<String, Object> text = new HashMap<>();
        for (String part : List.of(
                "location",
                "reason",
                "discussion",
                "outcomeWanted",
                "obstacles",
                "actionPlan",
                "nextSteps",
                "obstaclesResolved",
                "requests",
                "effectOnGoals")) {
            text.put(part, secrets.sentence(name + ", " + part));
        }
        text.put("othersPresent", List.of(secrets.word(name + ", others present")));
        text.put("othersConcerned", List.of(secrets.word(name + ", others concerned")));
        text.put("completionDates", List.of());
        return Map.of(
                "participant",
                id.apply("participant"),
                "kind",
                "MEETING",
                "method",
                "IN_PERSON",
                "occurredAt",
                Instant.now()
                        .minus(10, ChronoUnit.MINUTES)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                "answered",
                true,
                "topics",
                List.of("GOALS", "EMPLOYMENT_PLAN", "RELEASE_DATE"),
                "text",
                text);
    }

    static Map<String, Object> identifier(String kind, String issuer, String value) {
        return Map.of("kind", kind, "issuer", issuer, "value", value);
    }

    static Map<String, Object> person(String role, String... sites) {
        return Map.of(
                "name",
                "Sam Fixture",
                "role",
                role,
                "zone",
                Belongings.ZONE.getId(),
                "sites",
                List.of(sites),
                "settings",
                List.of("COMMUNITY"),
                "contactCard",
                Map.of("phone", "+1-555-555-0100"));
    }

    static Map<String, Object> site(String name, String place) {
        return Map.of(
                "name",
                name,
                "town",
                "Fixtureville",
                "zone",
                Belongings.ZONE.getId(),
                "programme",
                "LEAP",
                "staffingModel",
                "SAME_STAFF",
                "places",
                List.of(Map.of("id", place, "name", "Job Center", "setting", "COMMUNITY")),
                "active",
                true);
    }

    static Object directory() {
        try (InputStream in =
                Objects.requireNonNull(Bodies.class.getResourceAsStream("/directory/three-rivers-hsds.json"))) {
            return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
