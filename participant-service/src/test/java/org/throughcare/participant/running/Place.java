package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.throughcare.participant.ParticipantApplication;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.messaging.Topology;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import org.throughcare.testing.TestParts;

/** A running participant-service with a site of its own and the people who work there. */
final class Place implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final AtomicInteger people = new AtomicInteger();
    final RunningService running;
    final String site;
    final String jailWorker;
    final String communityWorker;
    final String supervisor;

    Place() {
        running = new RunningService(ParticipantApplication.class, "participant-service");
        site = site("TRANSITION");
        jailWorker = worker("JAIL_CASE_MANAGER", "JAIL");
        communityWorker = worker("COMMUNITY_CASE_MANAGER", "COMMUNITY");
        supervisor = worker("SUPERVISOR", "COMMUNITY");
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    LocalDate today() {
        return running.bean(BusinessClock.class).today(ZONE);
    }

    Answer asSystem(String method, String path, Object body) {
        return running.ask(
                method,
                path,
                running.issuer().system(),
                body,
                "Throughcare-Grantee",
                RunningService.GRANTEE,
                "Idempotency-Key",
                id());
    }

    /** As the suite itself reads for the grantee. */
    Answer asSystemReads(String path, String accept) {
        return running.get(
                path, running.issuer().system(), "Throughcare-Grantee", RunningService.GRANTEE, "Accept", accept);
    }

    /** What another service announces is heard although that service is not there to declare it. */
    void hears(String event) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(TestParts.brokerUri());
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                channel.queueBind(Topology.liveQueue("participant"), Topology.EVENTS, event + ".v1.*");
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    String site(String model) {
        return site(model, "LEAP");
    }

    String site(String model, String programme) {
        String id = id();
        Map<String, Object> body = Map.of(
                "name",
                "Three Rivers",
                "town",
                "Springfield",
                "zone",
                ZONE.getId(),
                "staffingModel",
                model,
                "programme",
                programme,
                "places",
                List.of(
                        Map.of("id", id(), "name", "County Jail", "setting", "JAIL"),
                        Map.of("id", id(), "name", "Job Center", "setting", "COMMUNITY")));
        assertThat(asSystem("PUT", "/sites/" + id, body).status()).isEqualTo(201);
        return id;
    }

    String worker(String role, String setting) {
        return worker(role, setting, site);
    }

    String worker(String role, String setting, String site) {
        String id = id();
        Map<String, Object> body = Map.of(
                "name", role,
                "role", role,
                "zone", ZONE.getId(),
                "sites", List.of(site),
                "settings", List.of(setting),
                "contactCard", Map.of("phone", "555-0199"));
        Answer answer = asSystem("PUT", "/staff/" + id, body);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        return id;
    }

    String token(String staff) {
        return running.issuer().staff(RunningService.GRANTEE, staff);
    }

    Map<String, Object> identity(String given, String family, LocalDate born, String ssn) {
        return Map.of(
                "givenName",
                given,
                "familyName",
                family,
                "dateOfBirth",
                born.toString(),
                "identifiers",
                List.of(Map.of("kind", "SSN", "value", ssn)));
    }

    /** Someone with a name and numbers like nobody else's. */
    Map<String, Object> somebody() {
        int number = people.incrementAndGet();
        String letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return identity(
                "Q" + letters,
                "X" + letters + letters,
                LocalDate.of(1950 + number % 50, 1 + number / 50 % 12, 20),
                "21945" + (1_000 + number));
    }

    Answer intake(String id, Map<String, Object> identity) {
        return running.put("/participants/" + id, token(jailWorker), Map.of("identity", identity, "site", site));
    }

    String takenIn() {
        String id = id();
        Answer answer = intake(id, somebody());
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        return id;
    }

    String withCase(String projected) {
        String id = takenIn();
        Map<String, Object> custody = new HashMap<>(Map.of("facility", "County Jail", "since", "2025-01-15"));
        if (!projected.isEmpty()) {
            custody.put("projectedRelease", projected);
            custody.put("source", "JAIL_RECORDS");
        }
        Answer held = running.put("/participants/" + id + "/custody", token(jailWorker), custody);
        assertThat(held.status()).as(held.http().body()).isEqualTo(201);
        Answer opened = running.put("/participants/" + id + "/case", token(jailWorker), Map.of());
        assertThat(opened.status()).as(opened.http().body()).isEqualTo(201);
        return id;
    }

    static Map<String, Object> signature() {
        return Map.of("signedBy", "Darnell Reed", "as", "PARTICIPANT", "manner", "ON_PAPER");
    }

    Answer release(String participant, String release) {
        return running.post(
                "/participants/" + participant + "/custody/releases",
                token(jailWorker),
                Map.of("id", release, "on", today().toString(), "kind", "UNPLANNED"));
    }

    /** The whole assessment, part by part. */
    void assessed(String participant) {
        for (String part : List.of("""
                {"part":{"is":"CareerInventory","instrument":"interests","interests":["baking"],"aptitudes":["hands"],"strengths":["calm"]}}""", """
                {"part":{"is":"BasicSkills","scores":[{"id":"1","test":"TABE","form":"11M","area":"reading","stage":"PRE","score":510,"on":"%s"}]}}""".formatted(today().minusDays(30)), """
                {"part":{"is":"StaffInterview","findings":[{"topic":"JOB_READINESS","finding":"ready"}]}}""", """
                {"part":{"is":"NeedsAndBarriers","needs":[{"area":"HOUSING","needed":true,"supportive":true}]}}""")) {
            done(running.post("/participants/" + participant + "/assessment/parts", token(jailWorker), part));
        }
    }

    /** Somebody's place in a household, from today on. */
    Map<String, Object> member(String participant, String relationship, boolean head) {
        return Map.of(
                "id",
                id(),
                "participant",
                participant,
                "relationship",
                relationship,
                "head",
                head,
                "from",
                today().toString());
    }

    /** The site goes over to another staffing model today. */
    void changeModel(String model) {
        done(asSystem(
                "POST",
                "/sites/" + site + "/staffing-model",
                Map.of("staffingModel", model, "on", today().toString())));
    }

    String modelOf(String participant) {
        return caseOf(participant).json().path("staffingModel").asString("");
    }

    /** What is on its way to the others, or was, in order: the journal's entries about one aggregate. */
    List<Document> announced(String participant, String aggregate) {
        return inScope(() -> listOf(running.bean(TenantDatabases.class)
                        .journal()
                        .getCollection("journal")
                        .find(new Document("aggregateId", participant).append("entry.aggregate", aggregate))
                        .sort(new Document("revision", 1))))
                .stream()
                .map(each -> part(each, "entry"))
                .toList();
    }

    static Document part(Document of, String name) {
        return Objects.requireNonNull(of.get(name, Document.class), name);
    }

    static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    Answer caseOf(String participant) {
        return running.get("/participants/" + participant + "/case", token(jailWorker));
    }

    <T> T inScope(Callable<T> work) {
        try {
            return new Scope(RunningService.GRANTEE, Actor.system("participant"), "").call(work);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static <T> List<T> listOf(Iterable<T> each) {
        List<T> list = new ArrayList<>();
        each.forEach(list::add);
        return list;
    }

    @Override
    public void close() {
        running.close();
    }
}
