package org.throughcare.acceptance.access;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.throughcare.acceptance.badinput.Asking;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's whole file in all four services, the people who have to do with it, and those who have not. */
final class Belongings {

    static final String FAMILY = "Quillfeather";
    static final String SITE_NAME = "Larkspur County";
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Duration SOON = Duration.ofSeconds(30);

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

    private final Fleet fleet;
    private final Secrets secrets;
    private final Map<String, String> ids = new HashMap<>();
    private Map<String, Long> last = Map.of();
    private final LocalDate today = LocalDate.now(ZONE);

    Belongings(Fleet fleet, Secrets secrets) {
        this.fleet = fleet;
        this.secrets = secrets;
        people();
        file();
        notes();
        scheduling();
        referral();
        findTask();
    }

    /** An id by the name of what it is of; made when first asked for. */
    String id(String of) {
        return ids.computeIfAbsent(of, name -> Ids.next());
    }

    String token(Asker asker) {
        return switch (asker) {
            case OWN -> staff("own");
            case FAR -> staff("far");
            case SUPERVISOR -> staff("supervisor");
            case MONITOR -> staff("monitor");
            case ADMINISTRATOR -> staff("administrator");
            case PARTNER -> fleet.issuer().partner(Fleet.GRANTEE, id("partner"));
            case SYSTEM -> fleet.issuer().system();
            case ELSEWHERE -> fleet.issuer().staff(Fleet.OTHER_GRANTEE, id("elsewhere"));
        };
    }

    private String staff(String name) {
        return fleet.issuer().staff(Fleet.GRANTEE, id(name));
    }

    private void people() {
        put("participant", "/staff/" + id("administrator"), fleet.issuer().system(), person("GRANTEE_ADMINISTRATOR"));
        ok(asking(
                        "PUT",
                        "participant",
                        "/staff/" + id("elsewhere"),
                        fleet.issuer().system())
                .with("Throughcare-Grantee", Fleet.OTHER_GRANTEE)
                .json(json(person("GRANTEE_ADMINISTRATOR"))));
        String ada = staff("administrator");
        put("participant", "/sites/" + id("site"), ada, site(SITE_NAME, id("place")));
        put("participant", "/sites/" + id("other-site"), ada, site("Elsewhere County", Ids.next()));
        put("participant", "/staff/" + id("own"), ada, person("COMMUNITY_CASE_MANAGER", id("site")));
        put("participant", "/staff/" + id("colleague"), ada, person("COMMUNITY_CASE_MANAGER", id("site")));
        put("participant", "/staff/" + id("far"), ada, person("JAIL_CASE_MANAGER", id("other-site")));
        put("participant", "/staff/" + id("supervisor"), ada, person("SUPERVISOR", id("site")));
        put("participant", "/staff/" + id("monitor"), ada, person("MONITOR", id("site")));
        put(
                "referral",
                "/partners/" + id("partner"),
                ada,
                Map.of("name", "Harbour House", "kinds", List.of("HOUSING"), "delivery", "AMQP"));
        post("referral", "/directory/imports", ada, directory());
        String listing = asking("GET", "referral", "/directory/services", ada)
                .said()
                .problem()
                .at("/items/0/listing/id")
                .asString("");
        ids.put("listing", listing);
        policy(ada);
    }

    private void file() {
        String own = staff("own");
        String at = "/participants/" + id("participant");
        put(
                "participant",
                at,
                own,
                Map.of(
                        "identity",
                        Map.of(
                                "givenName",
                                "Fay",
                                "familyName",
                                FAMILY,
                                "language",
                                "en",
                                "dateOfBirth",
                                "1990-05-17",
                                "identifiers",
                                List.of(
                                        identifier("SSN", "", secrets.number("social security number", 9)),
                                        identifier("INMATE_NUMBER", SITE_NAME, secrets.number("inmate number", 11)),
                                        identifier("STATE_ID", "IL", secrets.number("state id", 12)))),
                        "site",
                        id("site")));
        put(
                "participant",
                at + "/custody",
                own,
                Map.of(
                        "facility",
                        SITE_NAME + " Jail",
                        "since",
                        today.minusDays(60).toString(),
                        "projectedRelease",
                        today.plusDays(60).toString(),
                        "source",
                        "JAIL_RECORDS"));
        put("participant", at + "/case", own, Map.of("programmes", List.of("LEAP"), "setting", "COMMUNITY"));
        assessment(own, at);
        plan(own, at);
        post(
                "participant",
                at + "/custody/releases",
                own,
                Map.of("id", id("release"), "on", today.toString(), "kind", "PLANNED"));
        put(
                "participant",
                "/consents/" + id("consent"),
                own,
                Map.of(
                        "participant",
                        id("participant"),
                        "recipient",
                        id("partner"),
                        "recipientName",
                        "Harbour House",
                        "purpose",
                        "A place from the day of release",
                        "kinds",
                        List.of("IDENTITY", "HOUSING_NEED", "SUBSTANCE_USE"),
                        "signedOn",
                        today.toString()));
    }

    private void assessment(String own, String at) {
        Map<String, Object> score = Map.of(
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
                today.toString());
        Map<String, Object> need = Map.of("area", "HOUSING", "needed", true, "supportive", true);
        List<Map<String, Object>> parts = List.of(
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
                Map.of("is", "BasicSkills", "scores", List.of(score)),
                Map.of("is", "NeedsAndBarriers", "needs", List.of(need)));
        for (Map<String, Object> each : parts) {
            post("participant", at + "/assessment/parts", own, Map.of("id", Ids.next(), "part", each));
        }
        post("participant", at + "/assessment/parts", own, interview());
    }

    private void plan(String own, String at) {
        put(
                "participant",
                at + "/plan",
                own,
                Map.of(
                        "goals",
                        List.of(Map.ofEntries(
                                Map.entry("id", id("goal")),
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
                        List.of("Job center")));
        post(
                "participant",
                at + "/enrolment/eligibility",
                own,
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
                        "Within a year of release, wants work"));
    }

    private void policy(String ada) {
        String from = today.plusDays(30).toString();
        JsonNode known = asking("GET", "participant", "/policies/in-force?programme=LEAP&on=" + today, ada)
                .said()
                .problem();
        JsonNode id = asking("GET", "participant", "/policies/id?programme=LEAP&effectiveFrom=" + from, ada)
                .said()
                .problem();
        ids.put("policy", id.path("id").asString(""));
        put(
                "participant",
                "/policies/" + id("policy"),
                ada,
                Map.of(
                        "programme",
                        "LEAP",
                        "effectiveFrom",
                        from,
                        "zone",
                        ZONE.getId(),
                        "values",
                        known.path("values")));
    }

    private void notes() {
        String own = staff("own");
        put("notes", "/notes/" + id("note"), own, note("note"));
        post("notes", "/notes/" + id("note") + "/signature", own, Map.of());
        post(
                "notes",
                "/notes/" + id("note") + "/amendments",
                own,
                Map.of("id", Ids.next(), "text", secrets.sentence("amendment of a note")));
        put("notes", "/notes/" + Ids.next(), own, note("draft"));
        post(
                "notes",
                "/notes/batch",
                own,
                Map.of(
                        "items",
                        List.of(Map.of(
                                "clientId",
                                Ids.next(),
                                "idempotencyKey",
                                Ids.next(),
                                "note",
                                note("offline note"),
                                "sign",
                                true))));
        put(
                "notes",
                "/searches/" + id("search"),
                own,
                Map.of(
                        "participant",
                        id("participant"),
                        "lapseSince",
                        today.minusDays(40).toString()));
    }

    private void scheduling() {
        String own = staff("own");
        Instant start = today.plusDays(7).atTime(10, 0).atZone(ZONE).toInstant();
        put("scheduling", "/workers/" + id("own") + "/availability", own, hours());
        put("scheduling", "/appointments/" + id("appointment"), own, booking(start));
        put("scheduling", "/groups/" + id("group"), own, group(start.plus(2, ChronoUnit.HOURS)));
    }

    private void referral() {
        String own = staff("own");
        put("referral", "/referrals/" + id("referral"), own, referralBody("substance-use background"));
        Awaitility.await("the release of information is known")
                .atMost(SOON)
                .until(() -> asking("POST", "referral", "/referrals/" + id("referral") + "/sending", own)
                                        .with("Idempotency-Key", Ids.next())
                                        .json("{}")
                                        .said()
                                        .status()
                                / 100
                        == 2);
        put(
                "referral",
                "/unmet-needs/" + id("need"),
                own,
                Map.of("participant", id("participant"), "kind", "HOUSING", "why", "NO_CAPACITY", "tried", List.of()));
        put("referral", "/budgets/" + id("budget"), staff("administrator"), budget());
        post("referral", "/budgets/" + id("budget") + "/requests", own, money());
    }

    private void findTask() {
        Awaitility.await("a task for the release").atMost(SOON).until(() -> {
            JsonNode tasks = asking("GET", "scheduling", "/participants/" + id("participant") + "/tasks", staff("own"))
                    .said()
                    .problem();
            for (JsonNode each : tasks) {
                ids.put("task", each.path("id").asString(""));
            }
            return ids.containsKey("task");
        });
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
                id("site"),
                "place",
                id("place"),
                "setting",
                "COMMUNITY",
                "dropIn",
                false);
        return Map.of("pattern", List.of(block), "exceptions", List.of());
    }

    Map<String, Object> booking(Instant start) {
        return Map.of(
                "participant",
                id("participant"),
                "worker",
                id("own"),
                "start",
                start.toString(),
                "end",
                start.plus(Duration.ofMinutes(45)).toString(),
                "site",
                id("site"),
                "place",
                id("place"),
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
                id("site"),
                "place",
                id("place"),
                "setting",
                "COMMUNITY",
                "leader",
                id("own"),
                "capacity",
                8,
                "sessions",
                List.of(Map.of(
                        "id",
                        id("session"),
                        "start",
                        start.toString(),
                        "end",
                        start.plus(Duration.ofHours(2)).toString())));
    }

    Map<String, Object> referralBody(String background) {
        return Map.of(
                "participant",
                id("participant"),
                "site",
                id("site"),
                "partner",
                id("partner"),
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
                id("site"),
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
        return Map.of("id", id("line"), "participant", id("participant"), "kind", "TRANSPORT", "amount", 40);
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
                id("participant"),
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

    private static Map<String, Object> identifier(String kind, String issuer, String value) {
        return Map.of("kind", kind, "issuer", issuer, "value", value);
    }

    private static Map<String, Object> person(String role, String... sites) {
        return Map.of(
                "name",
                "Sam Fixture",
                "role",
                role,
                "zone",
                ZONE.getId(),
                "sites",
                List.of(sites),
                "settings",
                List.of("COMMUNITY"),
                "contactCard",
                Map.of("phone", "+1-555-555-0100"));
    }

    private static Map<String, Object> site(String name, String place) {
        return Map.of(
                "name",
                name,
                "town",
                "Fixtureville",
                "zone",
                ZONE.getId(),
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
                Objects.requireNonNull(Belongings.class.getResourceAsStream("/directory/three-rivers-hsds.json"))) {
            return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Asking asking(String method, String service, String path, String token) {
        return new Asking(method, fleet.process(service + "-service").uri() + path)
                .token(token)
                .with("Throughcare-Grantee", Fleet.GRANTEE);
    }

    Said put(String service, String path, String token, Object body) {
        return ok(asking("PUT", service, path, token).json(json(body)));
    }

    Said post(String service, String path, String token, Object body) {
        return ok(asking("POST", service, path, token)
                .with("Idempotency-Key", Ids.next())
                .json(json(body)));
    }

    private static Said ok(Asking asking) {
        Said said = asking.said();
        if (said.status() / 100 != 2) {
            throw new IllegalStateException(asking + " answered " + said.inShort());
        }
        return said;
    }

    /** Until nothing more comes of what was set up. */
    void settle(MongoClient client) {
        Awaitility.await("what was set up is journaled everywhere")
                .atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(2))
                .until(() -> {
                    Map<String, Long> now = journaled(client);
                    boolean same = now.equals(last);
                    last = now;
                    return same;
                });
    }

    /**
     * Entries of the services' journals; in the other grantee its own administrator may do as they like. Not referral-service's: one
     * command that is let in there does what it says, in spite of the revision it names; which one is still to be found.
     */
    Map<String, Long> journaled(MongoClient client) {
        Map<String, Long> entries = new TreeMap<>();
        for (ServiceProcess each : fleet.processes()) {
            if (!each.wireName().equals("referral")) {
                entries.put(
                        each.wireName(),
                        fleet.journal(client, each.wireName(), Fleet.GRANTEE)
                                .getCollection("journal")
                                .countDocuments());
            }
        }
        return entries;
    }

    static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
