package org.throughcare.benchmarks;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up grantee with one site, its workers and participants in custody whose cases are open, set up over HTTP as people would. */
final class Grantee {

    static final String ID = "bench-county";

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final int CASELOAD = 36;
    private static final List<String> SYLLABLES = List.of(
            "ba", "cor", "del", "fin", "gar", "hol", "ja", "kem", "lin", "mor", "nash", "ot", "per", "quil", "ros",
            "sten", "tav", "ul", "ver", "wen");

    private final Suite suite;
    private final Client client;
    private final List<String> participants = new ArrayList<>();
    private final String administrator;
    private final String writer;

    private Grantee(Suite suite, Client client, String administrator, String writer) {
        this.suite = suite;
        this.client = client;
        this.administrator = administrator;
        this.writer = writer;
    }

    static String id() {
        return IDS.generate().toString();
    }

    static Grantee setUp(Suite suite, Issuer issuer, Client client, int people) {
        String owner = suite.uri("participant");
        String administrator = id();
        client.put(
                        owner + "/staff/" + administrator,
                        issuer.system(),
                        worker("Ada Admin", "GRANTEE_ADMINISTRATOR", List.of()),
                        "Throughcare-Grantee",
                        ID)
                .ok();
        String ada = issuer.staff(ID, administrator);
        String site = id();
        client.put(owner + "/sites/" + site, ada, site()).ok();
        List<String> workers = new ArrayList<>();
        for (int i = 0; i <= people / CASELOAD; i++) {
            String worker = id();
            client.put(owner + "/staff/" + worker, ada, worker("Worker " + i, "JAIL_CASE_MANAGER", List.of(site)))
                    .ok();
            client.post(
                            owner + "/staff/" + worker + "/clearance",
                            ada,
                            Map.of("state", "VALID", "validUntil", "2035-12-31"),
                            id())
                    .ok();
            workers.add(issuer.staff(ID, worker));
        }
        Grantee grantee = new Grantee(suite, client, ada, workers.getFirst());
        Random random = new Random(7);
        for (int i = 0; i < people; i++) {
            grantee.takeIn(i, site, workers.get(i / CASELOAD), random);
        }
        return grantee;
    }

    private void takeIn(int number, String site, String worker, Random random) {
        String id = id();
        String at = suite.uri("participant") + "/participants/" + id;
        LocalDate born = LocalDate.of(1961, 1, 1).plusDays(23L * number);
        client.put(
                        at,
                        worker,
                        Map.of(
                                "identity",
                                Map.of(
                                        "givenName", name(random),
                                        "familyName", name(random),
                                        "language", "en",
                                        "dateOfBirth", born.toString(),
                                        "identifiers", List.of(),
                                        "priority", List.of()),
                                "site",
                                site))
                .ok();
        client.put(
                        at + "/custody",
                        worker,
                        Map.of(
                                "facility",
                                "Bench County Jail",
                                "since",
                                LocalDate.now(ZoneOffset.UTC).minusDays(40).toString(),
                                "projectedRelease",
                                LocalDate.now(ZoneOffset.UTC).plusDays(200).toString(),
                                "source",
                                "JAIL_RECORDS"))
                .ok();
        client.put(at + "/case", worker, Map.of("programmes", List.of("LEAP"), "setting", "JAIL"))
                .ok();
        participants.add(id);
    }

    List<String> participants() {
        return participants;
    }

    String participant(int number) {
        return participants.get(Math.floorMod(number, participants.size()));
    }

    /** The token of a worker to whom all of these cases are open. */
    String writer() {
        return writer;
    }

    /** The token of one who sees all sites. */
    String administrator() {
        return administrator;
    }

    /** A note with everything that has to be in it; the day before yesterday and back. */
    static Map<String, Object> note(String participant, int number) {
        return Map.of(
                "participant",
                participant,
                "kind",
                "MEETING",
                "method",
                "IN_PERSON",
                "occurredAt",
                OffsetDateTime.now(ZoneOffset.UTC)
                        .minusDays(2)
                        .minusMinutes(number % 1440)
                        .toString(),
                "answered",
                true,
                "topics",
                List.of("GOALS", "EMPLOYMENT_PLAN"),
                "text",
                TEXT);
    }

    private static final Map<String, Object> TEXT = Map.ofEntries(
            Map.entry("location", "Bench County Jail, room 2"),
            Map.entry("othersPresent", List.of()),
            Map.entry("othersConcerned", List.of()),
            Map.entry("reason", "Weekly meeting on the plan"),
            Map.entry(
                    "discussion",
                    "We went through last week's steps. The forklift workbook is half done, and the birth certificate"
                            + " was ordered; the fee is waived. We practised two interview questions and looked at"
                            + " openings within an hour of the bus line. Sleep is better since the move to unit C."),
            Map.entry("outcomeWanted", "A warehouse job with benefits within three months of release"),
            Map.entry("obstacles", "No state ID; no place to live yet"),
            Map.entry("actionPlan", "Finish the workbook; send the housing form; list three employers"),
            Map.entry("nextSteps", "Meet again next week; bring the completed form"),
            Map.entry("obstaclesResolved", "The fee for the certificate is waived"),
            Map.entry("requests", "A copy of the plan for the sister"),
            Map.entry("completionDates", List.of()),
            Map.entry("effectOnGoals", "The first step of the employment goal is under way"));

    private static Map<String, Object> worker(String name, String role, List<String> sites) {
        return Map.of(
                "name", name,
                "role", role,
                "zone", "America/Chicago",
                "sites", sites,
                "settings", List.of("JAIL", "COMMUNITY"));
    }

    private static Map<String, Object> site() {
        return Map.of(
                "name", "Bench",
                "town", "Benchford",
                "zone", "America/Chicago",
                "programme", "LEAP",
                "staffingModel", "SAME_STAFF",
                "places",
                        List.of(
                                Map.of("id", id(), "name", "Bench County Jail AJC", "setting", "JAIL"),
                                Map.of("id", id(), "name", "Benchford Job Center", "setting", "COMMUNITY")),
                "active", true);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
