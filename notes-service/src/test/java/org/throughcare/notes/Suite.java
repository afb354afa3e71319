package org.throughcare.notes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.messaging.Topology;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** The running service with a site, a few staff and participants whom the stub of their owner knows. */
final class Suite implements AutoCloseable {

    static final String SITE = UUID.randomUUID().toString();
    static final String ELSEWHERE = UUID.randomUUID().toString();

    final RunningService running = new RunningService(NotesApplication.class, "notes-service");
    final String worker = staff("JAIL_CASE_MANAGER", SITE);
    final String colleague = staff("COMMUNITY_CASE_MANAGER", SITE);
    final String stranger = staff("COMMUNITY_CASE_MANAGER", ELSEWHERE);
    final String supervisor = staff("SUPERVISOR", SITE);

    String staff(String role, String site) {
        String id = UUID.randomUUID().toString();
        running.owners()
                .answers(
                        "/staff/" + id,
                        Json.mapper()
                                .writeValueAsString(Map.of(
                                        "id", id, "name", role, "role", role, "sites", List.of(site), "active", true)));
        return id;
    }

    String token(String staff) {
        return running.issuer().staff(RunningService.GRANTEE, staff);
    }

    /** Someone whom so far only their owner knows. */
    String participant() {
        String id = UUID.randomUUID().toString();
        running.owners().answers("/participants/" + id, Json.mapper().writeValueAsString(person(id)));
        running.owners()
                .answers("/participants/" + id + "/case", Json.mapper().writeValueAsString(caseOf(id, "2026-01-01")));
        return id;
    }

    static Map<String, Object> person(String id) {
        return Map.of(
                "id",
                id,
                "site",
                SITE,
                "zone",
                "America/Chicago",
                "contacts",
                List.of(
                        contact("primary", "SELF", false, 1),
                        contact("mother", "PERSON", true, 2),
                        contact("friend", "PERSON", false, 3)));
    }

    private static Map<String, Object> contact(String id, String owner, boolean stable, int rank) {
        return Map.of(
                "id",
                id,
                "kind",
                "PHONE",
                "owner",
                owner,
                "personName",
                id,
                "relationship",
                "kin",
                "stable",
                stable,
                "mayBeCalled",
                true,
                "rank",
                rank);
    }

    Map<String, Object> caseOf(String participant, String since) {
        return Map.of(
                "participant",
                participant,
                "programmes",
                List.of("LEAP"),
                "site",
                SITE,
                "sites",
                List.of(SITE),
                "primary",
                worker,
                "primarySince",
                since,
                "team",
                List.of(Map.of("staff", worker, "role", "PRIMARY", "setting", "JAIL", "from", since)),
                "state",
                "OPEN");
    }

    static Map<String, Object> note(String participant, String kind, String method, String occurredAt) {
        Map<String, Object> note = new TreeMap<>();
        note.put("participant", participant);
        note.put("kind", kind);
        note.put("method", method);
        note.put("occurredAt", occurredAt);
        if (kind.equals("MEETING")) {
            note.put("topics", List.of("GOALS"));
        }
        Map<String, Object> text = new TreeMap<>();
        for (String each : List.of(
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
            text.put(each, "Secret words about " + each);
        }
        text.put("othersPresent", List.of());
        text.put("othersConcerned", List.of("Sister"));
        text.put("completionDates", List.of());
        note.put("text", text);
        return note;
    }

    /** Written and signed; its id. */
    String signed(String by, Map<String, Object> note) {
        String id = UUID.randomUUID().toString();
        Answer written = running.put("/notes/" + id, token(by), note);
        require(written, 201);
        require(running.post("/notes/" + id + "/signature", token(by), Map.of()), 200);
        return id;
    }

    static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.http().body());
        }
    }

    /** What participant-service would announce, straight into this service's queue. */
    void hears(String aggregate, String happened, String id, String participant, long revision, Object snapshot) {
        Map<String, Object> event = new TreeMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", "/grantees/" + RunningService.GRANTEE + "/participant");
        event.put("type", "org.throughcare.participant." + happened + ".v1");
        event.put("subject", aggregate + "/" + id);
        event.put("time", Instant.now().toString());
        event.put("revision", revision);
        event.put("grantee", RunningService.GRANTEE);
        event.put("participant", participant);
        event.put("actor", "system:participant");
        event.put("traceparent", "");
        event.put("data", Map.of("happened", Map.of(), "snapshot", snapshot));
        running.publish("", Topology.liveQueue("notes"), Json.mapper().writeValueAsString(event));
    }

    void inScope(Runnable work) {
        new Scope(RunningService.GRANTEE, Actor.system("notes"), "").run(work);
    }

    JsonNode eventually(String path, String by, Predicate<JsonNode> is) {
        List<JsonNode> last = new ArrayList<>();
        await(path)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    Answer answer = running.get(path, token(by));
                    last.clear();
                    last.add(answer.json());
                    return answer.status() == 200 && is.test(answer.json());
                });
        return last.getFirst();
    }

    @Override
    public void close() {
        running.close();
    }
}
