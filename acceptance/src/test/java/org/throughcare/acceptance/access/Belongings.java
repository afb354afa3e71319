package org.throughcare.acceptance.access;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.throughcare.acceptance.badinput.Asking;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** One person's whole file in all four services, the people who have to do with it, and those who have not. */
final class Belongings {

    static final String FAMILY = "Quillfeather";
    static final String SITE_NAME = "Larkspur County";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Fleet fleet;
    private final Secrets secrets;
    private final Map<String, String> ids = new HashMap<>();
    private final LocalDate today = LocalDate.now(ZONE);
    private final Bodies bodies;

    Belongings(Fleet fleet, Secrets secrets) {
        this.fleet = fleet;
        this.secrets = secrets;
        this.bodies = new Bodies(this::id, secrets, today);
        people();
        file();
        // The release is known everywhere before a meeting outside is booked.
        fleet.awaitRest();
        notes();
        scheduling();
        referral();
        findTask();
    }

    Bodies bodies() {
        return bodies;
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
        put(
                "participant",
                "/staff/" + id("administrator"),
                fleet.issuer().system(),
                Bodies.person("GRANTEE_ADMINISTRATOR"));
        ok(asking(
                        "PUT",
                        "participant",
                        "/staff/" + id("elsewhere"),
                        fleet.issuer().system())
                .with("Throughcare-Grantee", Fleet.OTHER_GRANTEE)
                .json(Bodies.json(Bodies.person("GRANTEE_ADMINISTRATOR"))));
        String ada = staff("administrator");
        put("participant", "/sites/" + id("site"), ada, Bodies.site(SITE_NAME, id("place")));
        put("participant", "/sites/" + id("other-site"), ada, Bodies.site("Elsewhere County", Ids.next()));
        put("participant", "/staff/" + id("own"), ada, Bodies.person("COMMUNITY_CASE_MANAGER", id("site")));
        put("participant", "/staff/" + id("colleague"), ada, Bodies.person("COMMUNITY_CASE_MANAGER", id("site")));
        put("participant", "/staff/" + id("far"), ada, Bodies.person("JAIL_CASE_MANAGER", id("other-site")));
        put("participant", "/staff/" + id("supervisor"), ada, Bodies.person("SUPERVISOR", id("site")));
        put("participant", "/staff/" + id("monitor"), ada, Bodies.person("MONITOR", id("site")));
        put(
                "referral",
                "/partners/" + id("partner"),
                ada,
                Map.of("name", "Harbour House", "kinds", List.of("HOUSING"), "delivery", "AMQP"));
        post("referral", "/directory/imports", ada, Bodies.directory());
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
                                        Bodies.identifier("SSN", "", secrets.number("social security number", 9)),
                                        Bodies.identifier(
                                                "INMATE_NUMBER", SITE_NAME, secrets.number("inmate number", 11)),
                                        Bodies.identifier("STATE_ID", "IL", secrets.number("state id", 12)))),
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
                        today.toString(),
                        "expiresOn",
                        today.plusDays(365).toString(),
                        "signature",
                        Map.of("signedBy", "Sam Fixture", "as", "PARTICIPANT", "manner", "ON_PAPER"),
                        "substanceUse",
                        Map.of(
                                "participantName",
                                "Sam Fixture",
                                "discloser",
                                "The job center's case managers",
                                "amountAndKind",
                                "That treatment for substance use is going on, and where",
                                "mayRevokeAcknowledged",
                                true)));
    }

    private void assessment(String own, String at) {
        for (Map<String, Object> each : bodies.assessmentParts()) {
            post("participant", at + "/assessment/parts", own, Map.of("id", Ids.next(), "part", each));
        }
        post("participant", at + "/assessment/parts", own, Bodies.interview());
    }

    private void plan(String own, String at) {
        put("participant", at + "/plan", own, bodies.plan());
        put("participant", at + "/assistance", own, bodies.assistance());
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
        put("notes", "/notes/" + id("note"), own, bodies.note("note"));
        post("notes", "/notes/" + id("note") + "/signature", own, Map.of());
        post(
                "notes",
                "/notes/" + id("note") + "/amendments",
                own,
                Map.of("id", Ids.next(), "text", secrets.sentence("amendment of a note")));
        put("notes", "/notes/" + Ids.next(), own, bodies.note("draft"));
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
                                bodies.note("offline note"),
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
        put("scheduling", "/workers/" + id("own") + "/availability", own, bodies.hours());
        put("scheduling", "/appointments/" + id("appointment"), own, bodies.booking(start));
        put("scheduling", "/groups/" + id("group"), own, bodies.group(start.plus(2, ChronoUnit.HOURS)));
    }

    private void referral() {
        String own = staff("own");
        put("referral", "/referrals/" + id("referral"), own, bodies.referralBody("substance-use background"));
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
        put("referral", "/budgets/" + id("budget"), staff("administrator"), bodies.budget());
        post("referral", "/budgets/" + id("budget") + "/requests", own, bodies.money());
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

    Asking asking(String method, String service, String path, String token) {
        return new Asking(method, fleet.process(service + "-service").uri() + path)
                .token(token)
                .with("Throughcare-Grantee", Fleet.GRANTEE);
    }

    Said put(String service, String path, String token, Object body) {
        return ok(asking("PUT", service, path, token).json(Bodies.json(body)));
    }

    Said post(String service, String path, String token, Object body) {
        return ok(asking("POST", service, path, token)
                .with("Idempotency-Key", Ids.next())
                .json(Bodies.json(body)));
    }

    private static Said ok(Asking asking) {
        Said said = asking.saidInTheEnd();
        if (said.status() / 100 != 2) {
            throw new IllegalStateException(asking + " answered " + said.inShort());
        }
        return said;
    }

    /**
     * Entries of each service's journal; in the other grantee its own administrator may do as they like. A partner that reads a
     * referral is accounted for, once a day: that is no command of theirs.
     */
    Map<String, Long> journaled(MongoClient client) {
        Map<String, Long> entries = new TreeMap<>();
        for (ServiceProcess each : fleet.processes()) {
            entries.put(
                    each.wireName(),
                    fleet.journal(client, each.wireName(), Fleet.GRANTEE)
                            .getCollection("journal")
                            .countDocuments(Filters.ne("entry.event", "disclosure-read")));
        }
        return entries;
    }
}
