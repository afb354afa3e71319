package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.notes.Suite.note;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.notes.contact.ContactsDue;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** What somebody wrote is kept, or they are told that it is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLostUnsaidTest {

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

    @Test
    @DisplayName(
            "a draft is written anew only by who has seen it: 428 without If-Match, 412 with an old one; back to the"
                    + " first text is a change as well")
    void rewritten() {
        String path = "/notes/" + UUID.randomUUID();
        String participant = suite.participant();
        Map<String, Object> one = note(participant, "CONTACT", "PHONE", YESTERDAY);
        Map<String, Object> other = note(participant, "CONTACT", "VIDEO", YESTERDAY);

        Suite.require(put(path, one), 201);
        Answer unseen = put(path, other);
        assertThat(unseen.status()).isEqualTo(428);
        assertThat(unseen.problem()).isEqualTo("precondition-required");
        Suite.require(put(path, one), 201);
        Suite.require(put(path, other, "If-Match", "\"1\""), 200);
        assertThat(put(path, one, "If-Match", "\"1\"").status()).isEqualTo(412);
        Suite.require(put(path, one, "If-Match", "\"2\""), 200);

        assertThat(get(path).json().path("method").asString()).isEqualTo("PHONE");
    }

    @Test
    @DisplayName("N12 other words under the id of an amendment that is there are refused, the same ones are a repeat")
    void amendmentOfAUsedId() {
        String note = suite.signed(suite.worker, note(suite.participant(), "CONTACT", "PHONE", YESTERDAY));
        String id = UUID.randomUUID().toString();
        Suite.require(amend(note, id, "He called back."), 200);

        Suite.require(amend(note, id, "He called back."), 200);
        assertThat(amend(note, id, "She called back.").status()).isEqualTo(409);
        assertThat(get("/notes/" + note).json().path("amendments")).hasSize(1);
    }

    @Test
    @DisplayName("who amends a colleague's note reads it: that is on the audit record")
    void amendingIsReading() {
        String note = suite.signed(suite.worker, note(suite.participant(), "CONTACT", "PHONE", YESTERDAY));
        Suite.require(
                suite.running.post(
                        "/notes/" + note + "/amendments",
                        suite.token(suite.colleague),
                        Map.of("id", UUID.randomUUID().toString(), "text", "Seen too.")),
                200);

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            List<Document> reads = new ArrayList<>();
            suite.inScope(() -> suite.running
                    .bean(TenantDatabases.class)
                    .current()
                    .getCollection("reads")
                    .find(new Document("what", "note " + note).append("who", "staff:" + suite.colleague))
                    .into(reads));
            return !reads.isEmpty();
        });
    }

    @Test
    @DisplayName("L22 of two versions of a draft that a device sends in the wrong order the older one does not win")
    void offlineOutOfOrder() {
        String participant = suite.participant();
        String id = UUID.randomUUID().toString();
        Map<String, Object> later = item(participant, id, "k2", "2026-02-01T11:00:00-06:00", "VIDEO");
        Map<String, Object> earlier = item(participant, id, "k1", "2026-02-01T10:00:00-06:00", "PHONE");

        JsonNode outcomes = replay(later, earlier);

        assertThat(outcomes.at("/0/status").asInt()).isEqualTo(201);
        assertThat(outcomes.at("/1/status").asInt()).isEqualTo(409);
        assertThat(get("/notes/" + id).json().path("method").asString()).isEqualTo("VIDEO");
    }

    @Test
    @DisplayName("L22 a device that says which revision it had does not write over what was written since")
    void offlineOverAChange() {
        String participant = suite.participant();
        String id = UUID.randomUUID().toString();
        Suite.require(put("/notes/" + id, note(participant, "CONTACT", "PHONE", YESTERDAY)), 201);
        Suite.require(put("/notes/" + id, note(participant, "CONTACT", "VIDEO", YESTERDAY), "If-Match", "\"1\""), 200);
        Map<String, Object> item = item(participant, id, "k1", "2026-02-01T10:00:00-06:00", "IN_PERSON");
        item.put("revision", 1);

        assertThat(replay(item).at("/0/status").asInt()).isEqualTo(412);
        item.put("revision", 2);
        item.put("idempotencyKey", "k2");
        assertThat(replay(item).at("/0/status").asInt()).isEqualTo(201);
    }

    @Test
    @DisplayName("an entry that is nothing is answered for itself and keeps no other from landing")
    void nothing() {
        JsonNode outcomes = replay(
                null,
                item(suite.participant(), UUID.randomUUID().toString(), "k1", "2026-02-01T10:00:00-06:00", "PHONE"));

        assertThat(outcomes.at("/0/status").asInt()).isEqualTo(400);
        assertThat(outcomes.at("/1/status").asInt()).isEqualTo(201);
    }

    @Test
    @DisplayName("N12 a device's time finer than is kept does not make its note look tampered with")
    void fineTimes() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> item = new TreeMap<>(Map.of("clientId", id, "idempotencyKey", "k-" + id, "sign", true));
        Map<String, Object> note =
                note(suite.participant(), "MEETING", "IN_PERSON", "2026-02-01T09:00:00.123456789-06:00");
        note.put("deviceTime", "2026-02-01T10:00:00.987654321-06:00");
        item.put("note", note);
        assertThat(replay(item).at("/0/state").asString()).isEqualTo("SIGNED");

        assertThat(get("/notes/" + id + "/verification").json().path("intact").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("an author with hundreds of finished notes still finds what they have begun")
    void draftAmongMany() {
        String participant = suite.participant();
        String begun = "ffffffff-ffff-7fff-8fff-" + UUID.randomUUID().toString().substring(24);
        List<Document> finished = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            String id = UUID.randomUUID().toString();
            finished.add(new Document("_id", id)
                    .append("revision", 1L)
                    .append("schema", 1)
                    .append(
                            "body",
                            new Document("is", "Discarded")
                                    .append("id", id)
                                    .append("participant", participant)
                                    .append("author", suite.worker)
                                    .append("at", "2026-01-01T00:00:00.000Z"))
                    .append("participant", participant)
                    .append("handled", List.of())
                    .append("outbox", List.of()));
        }
        suite.inScope(() -> suite.running
                .bean(TenantDatabases.class)
                .current()
                .getCollection("case-note")
                .insertMany(finished));
        Suite.require(put("/notes/" + begun, note(participant, "CONTACT", "PHONE", YESTERDAY)), 201);

        JsonNode drafts = get("/participants/" + participant + "/notes/drafts").json();
        assertThat(drafts).hasSize(1);
        assertThat(drafts.at("/0/id").asString()).isEqualTo(begun);
    }

    @Test
    @DisplayName("L9 a number in the place of a contact's id is refused: what was tried is announced")
    void numberAsTarget() {
        String search = UUID.randomUUID().toString();
        Suite.require(
                put(
                        "/searches/" + search,
                        Map.of(
                                "participant",
                                suite.participant(),
                                "lapseSince",
                                LocalDate.now(java.time.ZoneOffset.UTC)
                                        .minusDays(40)
                                        .toString())),
                201);
        Answer tried = suite.running.post(
                "/searches/" + search + "/steps",
                suite.token(suite.worker),
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "kind",
                        "PHONE",
                        "target",
                        "555-0100",
                        "on",
                        LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1).toString(),
                        "result",
                        "NO_ANSWER"));
        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.json().path("rule").asString()).isEqualTo("Y10");
    }

    @Test
    @DisplayName(
            "whose list a due contact is on follows the newest case, whichever of case and ledger is heard of first")
    void lists() {
        ContactsDue due = suite.running.bean(ContactsDue.class);
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        String site = UUID.randomUUID().toString();
        suite.inScope(() -> {
            due.assign(one, one, "new", site, 2);
            due.put(row(one, 1));
            due.assign(one, one, "old", site, 1);
            due.put(row(other, 1));
            due.assign(other, other, "old", site, 1);
            due.assign(other, other, "new", site, 2);
            due.put(row(other, 2));

            assertThat(due.due("new", site, LocalDate.parse("2026-12-31"), 9))
                    .extracting(ContactsDue.Row::participant)
                    .containsExactlyInAnyOrder(one, other);
        });
    }

    @Test
    @DisplayName(
            "H8: an alias's case puts the person on a list while nobody has a case under the survivor, and takes them off again")
    void listsOfAPerson() {
        ContactsDue due = suite.running.bean(ContactsDue.class);
        String one = UUID.randomUUID().toString();
        String site = UUID.randomUUID().toString();
        suite.inScope(() -> {
            due.put(row(one, 1));
            due.assign(one, "alias", "aliases", site, 9);
            assertThat(people(due, "aliases")).containsExactly(one);
            due.ownCaseAlone(one);
            assertThat(people(due, "aliases")).isEmpty();
            due.assign(one, "alias", "aliases", site, 9);
            due.assign(one, one, "own", site, 1);
            due.assign(one, one, "former", site, 0);
            due.ownCaseAlone(one);
            assertThat(people(due, "own")).as("its own case's word stays").containsExactly(one);
        });
    }

    private static List<String> people(ContactsDue due, String worker) {
        return due.due(worker, null, LocalDate.parse("2026-12-31"), 9).stream()
                .map(ContactsDue.Row::participant)
                .toList();
    }

    private static ContactsDue.Row row(String participant, long revision) {
        LocalDate on = LocalDate.parse("2026-03-01");
        return new ContactsDue.Row(
                participant, "elsewhere", null, "America/Chicago", 2026, on, null, on.plusDays(30), revision);
    }

    private Answer put(String path, Object body, String... headers) {
        return suite.running.put(path, suite.token(suite.worker), body, headers);
    }

    private Answer get(String path) {
        return suite.running.get(path, suite.token(suite.worker));
    }

    private Answer amend(String note, String id, String text) {
        return suite.running.post(
                "/notes/" + note + "/amendments", suite.token(suite.worker), Map.of("id", id, "text", text));
    }

    private JsonNode replay(@Nullable Object... items) {
        Map<String, Object> batch = new TreeMap<>();
        batch.put("items", Arrays.asList(items));
        Answer answer = suite.running.ask("POST", "/notes/batch", suite.token(suite.worker), batch);
        Suite.require(answer, 200);
        return answer.json().path("outcomes");
    }

    private static Map<String, Object> item(
            String participant, String id, String key, String deviceTime, String method) {
        Map<String, Object> note = note(participant, "CONTACT", method, YESTERDAY);
        note.put("deviceTime", deviceTime);
        return new TreeMap<>(Map.of("clientId", id, "idempotencyKey", key, "note", note, "sign", false));
    }
}
