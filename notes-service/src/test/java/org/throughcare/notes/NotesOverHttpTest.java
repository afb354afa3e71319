package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.Suite.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.notes.note.Timeline;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotesOverHttpTest {

    private static final String YESTERDAY = Instant.now().minusSeconds(86_400).toString();
    private static final String TWO_DAYS_AGO =
            Instant.now().minusSeconds(172_800).toString();
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
    @DisplayName("N10, L4: a note is refused with every missing part, then signed, and stands in the timeline at once")
    void fromDraftToTimeline() {
        String participant = suite.participant();
        String id = UUID.randomUUID().toString();
        Map<String, Object> whole = note(participant, "MEETING", "IN_PERSON", YESTERDAY);
        Answer draft = suite.running.put(
                "/notes/" + id,
                suite.token(suite.worker),
                Map.of("participant", participant, "kind", "MEETING", "text", Map.of("discussion", "He is lazy.")));
        Suite.require(draft, 201);
        assertThat(draft.json().at("/warnings/0/word").asString()).isEqualTo("lazy");
        Answer refused = suite.running.post("/notes/" + id + "/signature", suite.token(suite.worker), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("rule").asString()).isEqualTo("N10");
        List<String> fields = new ArrayList<>();
        refused.json()
                .path("errors")
                .forEach(each -> fields.add(each.path("field").asString()));
        assertThat(fields).contains("occurredAt", "method", "topics", "text.location", "text.effectOnGoals");
        Suite.require(suite.running.put("/notes/" + id, suite.token(suite.worker), whole, "If-Match", "\"1\""), 200);
        Answer signed = suite.running.post("/notes/" + id + "/signature", suite.token(suite.worker), Map.of());
        Suite.require(signed, 200);
        assertThat(signed.json().path("counts").asString()).isEqualTo("CONTACT");
        JsonNode page = suite.running
                .get("/participants/" + participant + "/notes", suite.token(suite.colleague))
                .json();
        assertThat(page.at("/notes/0/id").asString()).isEqualTo(id);
        assertThat(page.at("/notes/0/text/location").asString()).contains("Secret words");
        suite.eventually(
                "/participants/" + participant + "/contact-compliance",
                suite.worker,
                is -> is.path("contacts").asInt() == 1
                        && is.at("/obligations/0/programme").asString().equals("LEAP"));
        Map<String, Object> other = note(participant, "MEETING", "VIDEO", YESTERDAY);
        assertThat(suite.running
                        .put("/notes/" + id, suite.token(suite.worker), other)
                        .status())
                .as("rewriting what is signed")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("L22: the same signature again is answered as the first time and done once")
    void repeatedSignature() {
        String participant = suite.participant();
        String id = UUID.randomUUID().toString();
        Suite.require(
                suite.running.put(
                        "/notes/" + id, suite.token(suite.worker), note(participant, "MEETING", "VIDEO", YESTERDAY)),
                201);
        String[] key = {"Idempotency-Key", "sign-" + id};
        Answer first = suite.running.post("/notes/" + id + "/signature", suite.token(suite.worker), Map.of(), key);
        Answer again = suite.running.post("/notes/" + id + "/signature", suite.token(suite.worker), Map.of(), key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.json().path("hash")).isEqualTo(first.json().path("hash"));
    }

    @Test
    @DisplayName("N12: the text is nowhere in the store or the journal, and tampering shows")
    void sealedAndVerified() {
        String participant = suite.participant();
        String id = suite.signed(suite.worker, note(participant, "MEETING", "IN_PERSON", YESTERDAY));
        String amendment = UUID.randomUUID().toString();
        Suite.require(
                suite.running.post(
                        "/notes/" + id + "/amendments",
                        suite.token(suite.colleague),
                        Map.of("id", amendment, "text", "Secret words added")),
                200);
        suite.eventually(
                "/notes/" + id + "/verification",
                suite.worker,
                is -> is.path("intact").asBoolean() && is.path("journaled").asBoolean());
        TenantDatabases databases = suite.running.bean(TenantDatabases.class);
        suite.inScope(() -> {
            Document stored = databases
                    .current()
                    .getCollection("case-note")
                    .find(new Document("_id", id))
                    .first();
            assertThat(String.valueOf(stored)).contains("k1:").doesNotContain("Secret words");
            databases
                    .journal()
                    .getCollection("journal")
                    .find(new Document("aggregateId", id))
                    .forEach(each -> assertThat(each.toString()).doesNotContain("Secret words"));
            databases
                    .current()
                    .getCollection("case-note")
                    .updateOne(
                            new Document("_id", id),
                            new Document("$set", new Document("body.heading.occurredAt", "2025-12-24T10:00:00-06:00")));
        });
        JsonNode told = suite.running
                .get("/notes/" + id + "/verification", suite.token(suite.worker))
                .json();
        assertThat(told.path("intact").asBoolean()).isFalse();
        assertThat(told.path("faults").toString()).contains("not what was signed", "journal");
    }

    @Test
    @DisplayName("a signature that a crash cut short leaves nothing in the timeline, and is made good by the next try")
    void cutShortBeforeItWasSigned() {
        String participant = suite.participant();
        String earlier = suite.signed(suite.worker, note(participant, "CONTACT", "PHONE", TWO_DAYS_AGO));
        String draft = UUID.randomUUID().toString();
        Suite.require(
                suite.running.put(
                        "/notes/" + draft, suite.token(suite.worker), note(participant, "CONTACT", "PHONE", YESTERDAY)),
                201);
        suite.inScope(() -> suite.running
                .bean(Timeline.class)
                .add(new Timeline.Entry(draft, participant, Instant.parse(YESTERDAY))));

        assertThat(ids(participant, suite.worker)).containsExactly(earlier);
        JsonNode first = suite.running
                .get("/participants/" + participant + "/notes?limit=1", suite.token(suite.worker))
                .json();
        assertThat(first.at("/notes/0/id").asString()).isEqualTo(earlier);

        Suite.require(suite.running.post("/notes/" + draft + "/signature", suite.token(suite.worker), Map.of()), 200);
        assertThat(ids(participant, suite.worker)).containsExactly(draft, earlier);
    }

    @Test
    @DisplayName("N12: a draft is its author's alone; a restricted note its author's and supervisors'")
    void whoReadsWhat() {
        String participant = suite.participant();
        String draft = UUID.randomUUID().toString();
        Map<String, Object> restricted = note(participant, "MEETING", "IN_PERSON", YESTERDAY);
        Suite.require(suite.running.put("/notes/" + draft, suite.token(suite.worker), restricted), 201);
        assertThat(status("/notes/" + draft, suite.colleague)).isEqualTo(404);
        assertThat(status("/notes/" + draft, suite.worker)).isEqualTo(200);
        restricted.put("restricted", true);
        String id = suite.signed(suite.worker, restricted);
        String open = suite.signed(suite.worker, note(participant, "CONTACT", "PHONE", YESTERDAY));
        assertThat(status("/notes/" + id, suite.colleague)).isEqualTo(404);
        assertThat(status("/notes/" + id, suite.supervisor)).isEqualTo(200);
        assertThat(status("/notes/" + open, suite.stranger)).isEqualTo(403);
        assertThat(ids(participant, suite.colleague)).containsExactly(open);
        assertThat(ids(participant, suite.supervisor)).containsExactlyInAnyOrder(open, id);
        assertThat(suite.running
                        .get("/participants/" + participant + "/notes/drafts", suite.token(suite.worker))
                        .json()
                        .at("/0/id")
                        .asString())
                .isEqualTo(draft);
        Answer byAnother = suite.running.post("/notes/" + draft + "/signature", suite.token(suite.colleague), Map.of());
        assertThat(byAnother.status()).isEqualTo(403);
        Suite.require(suite.running.post("/notes/" + draft + "/discard", suite.token(suite.worker), Map.of()), 200);
        Suite.require(suite.running.post("/notes/" + open + "/reviews", suite.token(suite.supervisor), Map.of()), 200);
        assertThat(suite.running
                        .post("/notes/" + open + "/reviews", suite.token(suite.colleague), Map.of())
                        .status())
                .isEqualTo(403);
    }

    private int status(String path, String by) {
        return suite.running.get(path, suite.token(by)).status();
    }

    private List<String> ids(String participant, String by) {
        List<String> ids = new ArrayList<>();
        suite.running
                .get("/participants/" + participant + "/notes", suite.token(by))
                .json()
                .path("notes")
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    @Test
    @DisplayName("N12: newest first by when it happened, page by page, each note once")
    void pages() {
        String participant = suite.participant();
        List<String> expected = new ArrayList<>();
        for (int day : List.of(3, 1, 5, 2, 4)) {
            suite.signed(suite.worker, note(participant, "CONTACT", "PHONE", "2026-02-0" + day + "T10:00:00-06:00"));
        }
        suite.signed(suite.worker, note(participant, "CONTACT", "PHONE", "2026-02-03T10:00:00-06:00"));
        for (String each : ids(participant, suite.worker)) {
            expected.add(each);
        }
        assertThat(expected).hasSize(6);
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = suite.running
                    .get("/participants/" + participant + "/notes?limit=2" + cursor, suite.token(suite.worker))
                    .json();
            page.path("notes").forEach(each -> paged.add(each.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(expected);
        assertThat(status("/participants/" + participant + "/notes?cursor=nonsense", suite.worker))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("L22: a note follows its participant at once; nobody's note is 404, and 503 while the owner is away")
    void readYourWrites() {
        String unknown = UUID.randomUUID().toString();
        Map<String, Object> note = note(unknown, "CONTACT", "PHONE", YESTERDAY);
        String id = UUID.randomUUID().toString();
        assertThat(suite.running
                        .put("/notes/" + id, suite.token(suite.worker), note)
                        .status())
                .isEqualTo(404);
        suite.running.get("/participants/" + unknown + "/notes", suite.token(suite.worker));
        suite.running.owners().away(true);
        try {
            assertThat(suite.running
                            .put("/notes/" + id, suite.token(suite.worker), note)
                            .status())
                    .isEqualTo(503);
        } finally {
            suite.running.owners().away(false);
        }
    }

    @Test
    @DisplayName("L20: a check-in among staff is on file and counts as nothing")
    void staffCheckIn() {
        String participant = suite.participant();
        String id = suite.signed(suite.worker, note(participant, "STAFF_CHECK_IN", "PHONE", YESTERDAY));
        suite.signed(suite.worker, note(participant, "ATTEMPT", "PHONE", YESTERDAY));
        assertThat(suite.running
                        .get("/notes/" + id, suite.token(suite.worker))
                        .json()
                        .path("counts")
                        .asString())
                .isEqualTo("NEITHER");
        JsonNode compliance = suite.eventually(
                "/participants/" + participant + "/contact-compliance",
                suite.worker,
                is -> is.path("attempts").asInt() == 1);
        assertThat(compliance.path("contacts").asInt()).isZero();
        assertThat(compliance.has("lastContactOn")).isFalse();
    }
}
