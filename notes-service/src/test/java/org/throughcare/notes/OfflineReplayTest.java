package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.Suite.note;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class OfflineReplayTest {

    private static final String YESTERDAY = Instant.now().minusSeconds(86_400).toString();
    private Suite suite;

    @BeforeAll
    void start() {
        suite = new Suite();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    private static Map<String, Object> item(String participant, boolean sign) {
        return item(UUID.randomUUID().toString(), note(participant, "MEETING", "IN_PERSON", YESTERDAY), sign);
    }

    private static Map<String, Object> item(String id, Map<String, Object> note, boolean sign) {
        note.put("deviceTime", "2026-02-01T10:00:00-06:00");
        return Map.of("clientId", id, "idempotencyKey", "device-7-" + id, "note", note, "sign", sign);
    }

    private JsonNode replay(List<?> items) {
        Answer answer = suite.running.ask("POST", "/notes/batch", suite.token(suite.worker), Map.of("items", items));
        Suite.require(answer, 200);
        return answer.json().path("outcomes");
    }

    private static List<Integer> statuses(JsonNode outcomes) {
        List<Integer> statuses = new ArrayList<>();
        outcomes.forEach(each -> statuses.add(each.path("status").asInt()));
        return statuses;
    }

    private int inTimeline(String participant) {
        return suite.running
                .get("/participants/" + participant + "/notes?limit=100", suite.token(suite.worker))
                .json()
                .path("notes")
                .size();
    }

    @Test
    @DisplayName("L22: a queue that is replayed twice, the second time reordered, leaves each note once")
    void twiceAndReordered() {
        String participant = suite.participant();
        List<Map<String, Object>> queue = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            queue.add(item(participant, i % 4 != 3));
        }
        assertThat(statuses(replay(queue))).containsOnly(201);
        Collections.reverse(queue);
        JsonNode again = replay(queue);
        assertThat(statuses(again)).containsOnly(200);
        again.forEach(each -> assertThat(each.path("revision").asLong()).isEqualTo(1));
        assertThat(inTimeline(participant)).isEqualTo(6);
        suite.eventually(
                "/participants/" + participant + "/contact-compliance",
                suite.worker,
                is -> is.path("contacts").asInt() == 6);
    }

    @Test
    @DisplayName("L22: the connection is cut after the server committed; the replay finds everything there")
    void cutAfterTheCommit() throws IOException {
        String participant = suite.participant();
        List<Map<String, Object>> queue = List.of(item(participant, true), item(participant, true));
        sendAndHangUp(Map.of("items", queue));
        suite.eventually(
                "/participants/" + participant + "/notes",
                suite.worker,
                is -> is.path("notes").size() == 2);
        assertThat(statuses(replay(queue))).containsOnly(200);
        assertThat(inTimeline(participant)).isEqualTo(2);
    }

    private void sendAndHangUp(Object body) throws IOException {
        byte[] bytes = Json.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create(suite.running.uri());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("POST /notes/batch HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + suite.token(suite.worker)
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }

    @Test
    @DisplayName("L22: each entry is answered on its own; what is refused is not half there")
    void eachOnItsOwn() {
        String participant = suite.participant();
        Map<String, Object> good = item(participant, true);
        Map<String, Object> incomplete = note(participant, "MEETING", "IN_PERSON", YESTERDAY);
        incomplete.remove("topics");
        String incompleteId = UUID.randomUUID().toString();
        String signed = suite.signed(suite.worker, note(participant, "MEETING", "IN_PERSON", YESTERDAY));
        JsonNode outcomes = replay(List.of(
                good,
                item(incompleteId, incomplete, true),
                item(signed, note(participant, "MEETING", "IN_PERSON", YESTERDAY), true),
                item(UUID.randomUUID().toString(), true),
                Map.of("clientId", "not a uuid", "idempotencyKey", "k", "note", Map.of()),
                Map.of("clientId", UUID.randomUUID().toString(), "idempotencyKey", "k2", "surprise", 1)));
        assertThat(statuses(outcomes)).containsExactly(201, 422, 409, 404, 400, 400);
        assertThat(outcomes.at("/1/problem/errors/0/field").asString()).isEqualTo("topics");
        assertThat(outcomes.at("/2/problem/allowed/0").asString()).isEqualTo("amend");
        assertThat(suite.running
                        .get("/notes/" + incompleteId, suite.token(suite.worker))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("L22: a key that was used for something else is refused and changes nothing")
    void keyUsedAgain() {
        String participant = suite.participant();
        String id = UUID.randomUUID().toString();
        assertThat(statuses(replay(List.of(item(id, note(participant, "MEETING", "IN_PERSON", YESTERDAY), false)))))
                .containsExactly(201);
        assertThat(statuses(replay(List.of(item(id, note(participant, "MEETING", "VIDEO", YESTERDAY), false)))))
                .containsExactly(422);
    }

    @Test
    @DisplayName("L22: the device's clock is kept as evidence beside the time of arrival")
    void deviceClock() {
        String participant = suite.participant();
        Map<String, Object> item = item(participant, true);
        replay(List.of(item));
        JsonNode note = suite.running
                .get("/notes/" + item.get("clientId"), suite.token(suite.worker))
                .json();
        assertThat(note.path("deviceTime").asString()).isEqualTo("2026-02-01T10:00:00-06:00");
        assertThat(Instant.parse(note.path("receivedAt").asString()))
                .isAfter(Instant.now().minusSeconds(600));
        TenantDatabases databases = suite.running.bean(TenantDatabases.class);
        suite.inScope(() -> assertThat(databases
                        .current()
                        .getCollection("case-note")
                        .countDocuments(new Document("_id", item.get("clientId"))))
                .isEqualTo(1));
    }
}
