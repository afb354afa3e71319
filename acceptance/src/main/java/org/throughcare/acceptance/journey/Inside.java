package org.throughcare.acceptance.journey;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Person;
import org.throughcare.acceptance.client.SkillsScore;
import tools.jackson.databind.JsonNode;

/** Steps 1 and 2: intake, assessment, enrolment and plan inside the jail. */
final class Inside {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ZoneId ZONE = World.ALDER.zoneId();

    private final World world;
    private final Telling telling;
    private final Carried darnell;
    private final Person jia;
    private final LocalDate today;

    Inside(World world, Telling telling, Carried darnell) {
        this.world = world;
        this.telling = telling;
        this.darnell = darnell;
        this.jia = world.jia();
        this.today = world.today();
    }

    void steps() {
        telling.chapter(1, "Intake in the jail", today);
        intake();
        telling.chapter(2, "Assessment, enrolment, plan", today);
        assessment();
        enrolment();
        plan();
    }

    private void intake() {
        MadeUpPeople.MadeUp who = new MadeUpPeople.MadeUp(
                darnell.id,
                "Darnell",
                "Whitfield",
                LocalDate.of(1996, 5, 17),
                "A48213",
                "+1-312-555-0142",
                "Renee Whitfield",
                "sister",
                "+1-312-555-0177",
                "18 Quarry Lane, Millbrook",
                World.ALDER,
                today.minusDays(60),
                today.plusDays(75),
                List.of(),
                null,
                true,
                false);
        expect(
                jia.post("/api/participant/participants/duplicate-check", FirstUse.identity(who))
                        .ok()
                        .rows()
                        .isEmpty(),
                "nobody like him was on record");
        telling.line("duplicate check: nobody like Darnell is on record");
        Answer taken = jia.put(darnell.path, FirstUse.intake(who)).is(201);
        telling.line("taken in as case " + taken.text("caseNumber"));
        Answer twin = jia.put(
                        "/api/participant/participants/" + Ids.next(),
                        Map.of(
                                "identity",
                                Map.of(
                                        "givenName",
                                        "Darnel",
                                        "familyName",
                                        "Whitfeild",
                                        "language",
                                        "en",
                                        "dateOfBirth",
                                        "1996-05-17",
                                        "identifiers",
                                        List.of(),
                                        "priority",
                                        List.of()),
                                "site",
                                World.ALDER.id()))
                .is(409);
        expect(twin.json().path("candidates").size() == 1, "the duplicate names its candidate");
        telling.line("taken in again under a misspelt name: refused as a likely duplicate, with the reasons");
        FirstUse.contacts(jia, who);
        darnell.stableContact = "Renee Whitfield";
        telling.line("contacts: own phone, address, and his sister Renee as the stable relative");
        FirstUse.custody(jia, who);
        jia.put(darnell.path + "/case", Map.of("programmes", List.of("LEAP"), "setting", "JAIL"))
                .ok();
        expect(
                jia.get(darnell.path + "/custody").ok().text("population").equals("IN_CUSTODY"),
                "in custody, release not near");
        telling.line("custody with a projected release on " + who.projected() + "; case opened, Jia is primary");
        telling.until(
                "scheduling knows the case and its cadence",
                SOON,
                () -> jia.get("/api/scheduling/participants/" + darnell.id + "/cadence")
                                .status()
                        == 200);
    }

    private void assessment() {
        part(Map.of(
                "is",
                "CareerInventory",
                "instrument",
                "O*NET Interest Profiler",
                "interests",
                List.of("warehouse work", "machines"),
                "aptitudes",
                List.of("spatial"),
                "strengths",
                List.of("punctual")));
        part(Map.of("is", "BasicSkills", "scores", List.of(SkillsScore.reading(today))));
        List<Map<String, Object>> findings = new ArrayList<>();
        for (String topic : List.of(
                "SERVICES_RECEIVED",
                "OTHER_FUNDING",
                "JOB_READINESS",
                "SKILLS_AND_EDUCATION",
                "TRAINING_NEEDS",
                "ABILITY_TO_FINISH_TRAINING",
                "COST_AND_LENGTH_OF_TRAINING",
                "FINANCIAL_AND_SOCIAL_NEEDS",
                "WAGE_EXPECTATIONS",
                "EMPLOYMENT_OPPORTUNITIES")) {
            findings.add(Map.of("topic", topic, "finding", "Talked through; see the plan."));
        }
        Answer three = part(Map.of("is", "StaffInterview", "findings", findings));
        expect(three.json().path("completedOn").isMissingNode(), "three parts are not the whole");
        Answer whole = part(Map.of(
                "is",
                "NeedsAndBarriers",
                "needs",
                List.of(
                        Map.of("area", "HOUSING", "needed", true, "supportive", true),
                        Map.of("area", "IDENTIFICATION", "needed", true, "supportive", false),
                        Map.of("area", "TRANSPORT", "needed", true, "supportive", true))));
        expect(whole.text("completedOn").equals(today.toString()), "complete with all four parts");
        telling.line("assessment complete with its four parts");
    }

    private Answer part(Map<String, Object> part) {
        return jia.post(
                        darnell.path + "/assessment/parts",
                        Map.of("id", Ids.next(), "on", today.toString(), "part", part))
                .ok();
    }

    private void enrolment() {
        jia.post(
                        darnell.path + "/enrolment/eligibility",
                        Map.of(
                                "id",
                                Ids.next(),
                                "programme",
                                "LEAP",
                                "eligible",
                                true,
                                "on",
                                today.toString(),
                                "grounds",
                                "In the county jail, within a year of release, wants work",
                                "atEntry",
                                Map.of(
                                        "employmentStatus",
                                        0,
                                        "educationLevel",
                                        0,
                                        "veteran",
                                        0,
                                        "disability",
                                        0,
                                        "barriers",
                                        List.of("EX_OFFENDER", "LOW_INCOME"))))
                .ok();
        jia.post(
                        darnell.path + "/enrolment/programmes",
                        Map.of(
                                "id",
                                Ids.next(),
                                "programme",
                                "LEAP",
                                "fundSource",
                                "LEAP_GRANT",
                                "from",
                                today.toString(),
                                "grounds",
                                "Assessment complete; goals in work and housing"))
                .ok();
        give("ASSESS", darnell.service, today, "Assessment of skills and needs, given in person.");
        JsonNode enrolment = jia.get(darnell.path + "/enrolment").ok().json();
        expect(
                enrolment.path("participationStart").asString("").equals(today.toString()),
                "participation starts on the day of the first qualifying service");
        telling.line("enrolled in LEAP; participation started today, with the first qualifying service");
    }

    /** A service with the note that shows it was given. */
    private void give(String code, String service, LocalDate on, String what) {
        jia.post(
                        darnell.path + "/enrolment/services",
                        Map.of("id", service, "programme", "LEAP", "code", code, "from", on.toString()))
                .ok();
        Instant now = world.now();
        Notes.signed(jia, Notes.meeting(darnell.id, "IN_PERSON", Notes.at(now, ZONE), what, service));
        telling.after(
                "the note is known as evidence of service " + code,
                SOON,
                () -> jia.get(darnell.path + "/enrolment")
                        .ok()
                        .json()
                        .path("services")
                        .valueStream()
                        .filter(each -> each.path("id").asString("").equals(service))
                        .filter(each -> each.path("evidence").size() > 0
                                || !each.path("evidence").asString("").isEmpty())
                        .findAny());
    }

    private void plan() {
        Map<String, Object> vague = goal(Ids.next(), "Get a job", "");
        Answer refused = jia.put(darnell.path + "/plan", planWith(vague));
        expect(refused.status() == 422 || refused.status() == 400, "a goal without a measure is refused");
        telling.line("a goal without a measure is refused: \"" + refused.text("detail") + "\"");
        jia.put(
                        darnell.path + "/plan",
                        planWith(goal(
                                darnell.goal, "Full-time warehouse work", "30 hours a week at 17 dollars or more")))
                .ok();
        Answer acknowledged = jia.post(
                        darnell.path + "/plan/acknowledgements",
                        Map.of("version", 1, "initials", "DW", "on", today.toString(), "copyGiven", true))
                .ok();
        expect(acknowledged.json().path("acknowledgedVersion").asInt(0) == 1, "version 1 is acknowledged");
        telling.line("plan with a SMART goal, initialled DW and dated by Darnell, who has his copy");
    }

    private Map<String, Object> planWith(Map<String, Object> goal) {
        return Map.of(
                "goals",
                List.of(goal),
                "backUpTransport",
                "Bus 14, or a lift from his sister",
                "backUpChildcare",
                "Not needed",
                "strategy",
                "Forklift licence, then the warehouses along the river",
                "resources",
                List.of("Job center", "Riverside Housing"));
    }

    private Map<String, Object> goal(String id, String title, String measure) {
        return Map.of(
                "id",
                id,
                "title",
                title,
                "measure",
                measure,
                "steps",
                List.of(Map.of(
                        "id",
                        Ids.next(),
                        "what",
                        "Order the birth certificate",
                        "responsible",
                        "Jia Lindqvist",
                        "delivery",
                        "BY_STAFF",
                        "dueOn",
                        today.plusDays(14).toString())),
                "relevance",
                "Work is the condition of everything else he wants",
                "targetDate",
                today.plusDays(180).toString(),
                "responsible",
                "Darnell Whitfield",
                "priority",
                1);
    }
}
