package org.throughcare.acceptance.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.NotAsExpected;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;

/** Steps 1 to 3: intake, assessment, enrolment and plan, weekly appointments and notes inside the jail. */
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
        telling.chapter(3, "Weekly appointments, notes, a workshop, a note without network", today);
        appointments();
        notes();
        workshop();
        offline();
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
        part(Map.of(
                "is",
                "BasicSkills",
                "scores",
                List.of(Map.of(
                        "id",
                        Ids.next(),
                        "test",
                        "TABE",
                        "form",
                        "13M",
                        "area",
                        "reading",
                        "stage",
                        "PRE",
                        "score",
                        548,
                        "on",
                        today.toString()))));
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

    private void appointments() {
        List<Map<String, Object>> jail = new ArrayList<>();
        List<Map<String, Object>> outside = new ArrayList<>();
        for (DayOfWeek day : List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)) {
            jail.add(block(day, World.ALDER.jail(), "JAIL"));
        }
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
            outside.add(block(day, World.ALDER.community(), "COMMUNITY"));
        }
        jia.put(
                        "/api/scheduling/workers/" + World.JIA + "/availability",
                        Map.of("pattern", jail, "exceptions", List.of()))
                .ok();
        world.cal()
                .put(
                        "/api/scheduling/workers/" + World.CAL + "/availability",
                        Map.of("pattern", outside, "exceptions", List.of()))
                .ok();
        LocalDate first = today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        book(darnell.jailAppointment, first, LocalTime.of(10, 0)).is(201);
        Answer clash = book(Ids.next(), first, LocalTime.of(10, 15));
        expect(clash.status() == 409, "the same hour cannot be booked twice");
        book(darnell.laterJailAppointment, first.plusDays(28), LocalTime.of(10, 0))
                .is(201);
        telling.line("appointments on Jia's jail days; a second booking of the same hour is refused: \""
                + clash.text("detail") + "\"");
    }

    private Map<String, Object> block(DayOfWeek day, String place, String setting) {
        return Map.of(
                "id",
                Ids.next(),
                "day",
                day.name(),
                "from",
                "09:00",
                "to",
                "16:00",
                "site",
                World.ALDER.id(),
                "place",
                place,
                "setting",
                setting,
                "dropIn",
                false);
    }

    private Answer book(String id, LocalDate day, LocalTime time) {
        Instant start = day.atTime(time).atZone(ZONE).toInstant();
        return jia.put(
                "/api/scheduling/appointments/" + id,
                Map.of(
                        "participant",
                        darnell.id,
                        "worker",
                        World.JIA,
                        "start",
                        start.toString(),
                        "end",
                        start.plus(Duration.ofMinutes(45)).toString(),
                        "site",
                        World.ALDER.id(),
                        "place",
                        World.ALDER.jail(),
                        "setting",
                        "JAIL",
                        "kind",
                        "ONE_ON_ONE"));
    }

    private void notes() {
        LocalDate met = today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        world.moveTo(met, LocalTime.of(11, 0));
        jia.post(
                        "/api/scheduling/appointments/" + darnell.jailAppointment + "/attendance",
                        Map.of("attended", true, "remark", "On time"))
                .ok();
        String draft = Ids.next();
        Map<String, Object> half = Notes.meeting(
                darnell.id, "IN_PERSON", Notes.at(met, LocalTime.of(10, 0), ZONE), "Went through the plan.", null);
        half.remove("topics");
        jia.put("/api/notes/notes/" + draft, half).ok();
        Answer unsigned = jia.post("/api/notes/notes/" + draft + "/signature", Map.of());
        expect(unsigned.status() == 422 || unsigned.status() == 409, "a note that lacks a part cannot be signed");
        telling.line("a note that lacks a part cannot be signed: \"" + unsigned.text("detail") + "\"");
        Answer seen = jia.get("/api/notes/notes/" + draft).ok();
        jia.put(
                        "/api/notes/notes/" + draft,
                        Notes.meeting(
                                darnell.id,
                                "IN_PERSON",
                                Notes.at(met, LocalTime.of(10, 0), ZONE),
                                "Went through the plan.",
                                null),
                        seen.etag())
                .ok();
        jia.post("/api/notes/notes/" + draft + "/signature", Map.of()).ok();
        telling.line("the whole note is signed");
        telling.until(
                "the contact counts for compliance",
                SOON,
                () -> jia.get("/api/notes/participants/" + darnell.id + "/contact-compliance")
                        .ok()
                        .body()
                        .contains(met.toString()));
    }

    private void workshop() {
        String group = Ids.next();
        String session = Ids.next();
        LocalDate day = today.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)).plusDays(7);
        Instant start = day.atTime(13, 0).atZone(ZONE).toInstant();
        jia.put(
                        "/api/scheduling/groups/" + group,
                        Map.of(
                                "name",
                                "Work readiness workshop",
                                "site",
                                World.ALDER.id(),
                                "place",
                                World.ALDER.jail(),
                                "setting",
                                "JAIL",
                                "leader",
                                World.JIA,
                                "capacity",
                                8,
                                "sessions",
                                List.of(Map.of(
                                        "id",
                                        session,
                                        "start",
                                        start.toString(),
                                        "end",
                                        start.plus(Duration.ofHours(2)).toString()))))
                .ok();
        jia.post("/api/scheduling/groups/" + group + "/seats", Map.of("participant", darnell.id, "priority", "NONE"))
                .ok();
        world.moveTo(day, LocalTime.of(15, 30));
        jia.post(
                        "/api/scheduling/groups/" + group + "/sessions/" + session + "/attendance",
                        Map.of("attendance", List.of(Map.of("participant", darnell.id, "attended", true))))
                .ok();
        telling.line("a workshop attended, on the roster with " + day);
    }

    /** The device in the jail had no network: its queue is played when it is back, and once more, as devices do. */
    private void offline() {
        LocalDate day = world.today();
        String note = Ids.next();
        Map<String, Object> item = Map.of(
                "clientId",
                note,
                "idempotencyKey",
                "device-7-" + note,
                "note",
                Notes.meeting(
                        darnell.id,
                        "IN_PERSON",
                        Notes.at(day, LocalTime.of(14, 0), ZONE),
                        "Written on the unit, without network.",
                        null),
                "sign",
                true);
        Answer first = jia.post("/api/notes/notes/batch", Map.of("items", List.of(item)))
                .ok();
        Answer again = jia.post("/api/notes/notes/batch", Map.of("items", List.of(item)))
                .ok();
        expect(first.rows().getFirst().path("status").asInt(0) / 100 == 2, "the note arrives: " + first.body());
        expect(again.rows().getFirst().path("status").asInt(0) / 100 == 2, "the repeat is answered: " + again.body());
        telling.until(
                "the offline note is there, once, although the device sent it twice",
                SOON,
                () -> jia.get("/api/notes/participants/" + darnell.id + "/notes?limit=50")
                                .ok()
                                .rows(each -> each.path("id").asString("").equals(note))
                                .size()
                        == 1);
    }

    static void expect(boolean so, String what) {
        if (!so) {
            throw new NotAsExpected("it should be so that " + what);
        }
    }
}
