package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.Suite.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** A person and their neighbour, of whom the same things are kept: what is handed to the one has nothing of the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class SubjectAccessTest {

    private static final String YESTERDAY = Instant.now().minusSeconds(86_400).toString();
    private static final String TWO_DAYS_AGO =
            Instant.now().minusSeconds(172_800).toString();
    private static final String THEIRS = "heliotrope is the neighbours own";
    private static final String UNFINISHED = "marigold is not said yet";

    private Suite suite;

    @BeforeAll
    void start() {
        suite = new Suite();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    private Answer asks(String participant, String by, String reason) {
        return suite.running.get(
                "/participants/" + participant + "/subject-access" + (reason.isEmpty() ? "" : "?reason=" + reason),
                suite.token(by));
    }

    @Test
    @DisplayName(
            "N12 Y8 Y10 all that is held about a person is one package: signed notes opened, amendments, contacts owed, searches, and who read them")
    void everything() {
        String participant = suite.participant();
        String neighbour = suite.participant();
        String search = searches(participant, "no bus to the north side");
        searches(neighbour, THEIRS);
        String signed = suite.signed(suite.worker, note(participant, "MEETING", "IN_PERSON", YESTERDAY));
        String attempt = suite.signed(suite.worker, note(participant, "ATTEMPT", "PHONE", TWO_DAYS_AGO));
        Suite.require(
                suite.running.post(
                        "/notes/" + signed + "/amendments",
                        suite.token(suite.colleague),
                        Map.of("id", id(), "text", "Secret words added")),
                200);
        Suite.require(
                suite.running.put("/notes/" + id(), suite.token(suite.worker), about(participant, UNFINISHED)), 201);
        String thrownAway = id();
        Suite.require(
                suite.running.put("/notes/" + thrownAway, suite.token(suite.worker), about(participant, UNFINISHED)),
                201);
        Suite.require(
                suite.running.post("/notes/" + thrownAway + "/discard", suite.token(suite.worker), Map.of()), 200);
        suite.signed(suite.worker, about(neighbour, THEIRS));

        JsonNode file =
                eventually(participant, is -> is.at("/contactYears/0/counted").size() == 2);

        assertThat(ids(file.path("notes"))).containsExactly(attempt, signed);
        assertThat(file.at("/notes/1/text/discussion").asString()).isEqualTo("Secret words about discussion");
        assertThat(file.at("/notes/1/amendments/0/text").asString()).isEqualTo("Secret words added");
        assertThat(file.at("/notes/0/counts").asString()).isEqualTo("ATTEMPT");
        assertThat(file.at("/contactYears/0/terms/obligations/0/id").asString()).isEqualTo("LEAP");
        assertThat(file.at("/searches/0/course/id").asString()).isEqualTo(search);
        assertThat(file.at("/searches/0/course/steps/0/reason").asString()).isEqualTo("no bus to the north side");
        assertThat(file.path("unfinished"))
                .extracting(each ->
                        each.path("is").asString() + " " + each.path("author").asString())
                .containsExactlyInAnyOrder("BEING_WRITTEN " + suite.worker, "THROWN_AWAY " + suite.worker);
        assertThat(file.path("cut").size()).isZero();
        assertThat(file.path("notWithin").toString()).contains("begun and not signed");
        assertThat(file.toString())
                .as("drafts are their writer's")
                .doesNotContain(UNFINISHED)
                .as("sealed text")
                .doesNotContain("k1:");
        assertThat(file.toString()).doesNotContain(THEIRS).doesNotContain(neighbour);
    }

    @Test
    @DisplayName("N12 a restricted note is the person's as well, and brings the notice of 42 CFR part 2 with it")
    void restricted() {
        String participant = suite.participant();
        suite.signed(suite.worker, note(participant, "CONTACT", "PHONE", TWO_DAYS_AGO));
        assertThat(asks(participant, suite.supervisor, "").json().has("notice")).isFalse();
        Map<String, Object> restricted = about(participant, "went to the clinic");
        restricted.put("restricted", true);
        suite.signed(suite.worker, restricted);

        JsonNode file = asks(participant, suite.supervisor, "").json();

        assertThat(file.at("/notes/1/text/discussion").asString()).isEqualTo("went to the clinic");
        assertThat(file.at("/notes/1/restricted").asBoolean()).isTrue();
        assertThat(file.path("notice").asString()).isEqualTo(PartTwo.NOTICE);
    }

    @Test
    @DisplayName(
            "who read, who was refused and who asked for the package stand in it, the asking last; it is kept by no cache")
    void reads() {
        String participant = suite.participant();
        String signed = suite.signed(suite.worker, note(participant, "CONTACT", "PHONE", YESTERDAY));
        Suite.require(suite.running.get("/notes/" + signed, suite.token(suite.colleague)), 200);
        assertThat(asks(participant, suite.colleague, "").status()).isEqualTo(403);

        JsonNode file = eventually(
                participant,
                is -> is.path("readBy").toString().contains("REFUSED")
                        && is.path("readBy").toString().contains("note " + signed));

        assertThat(file.path("readBy"))
                .anySatisfy(read -> assertThat(read.path("who").asString()).isEqualTo("staff:" + suite.colleague));
        Answer answer = asks(participant, suite.supervisor, "asked+at+the+desk");
        JsonNode last =
                answer.json().path("readBy").get(answer.json().path("readBy").size() - 1);
        assertThat(last.path("what").asString()).isEqualTo("subject access");
        assertThat(last.path("reason").asString()).isEqualTo("asked at the desk");
        assertThat(last.path("outcome").asString()).isEqualTo("ALLOWED");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Disposition")).contains("notes-file-of-" + participant);
    }

    @Test
    @DisplayName(
            "case managers, supervisors of another site, other grantees and long reasons get nothing; nor does anybody while the owner is away")
    void whoMayNot() {
        String participant = known();
        suite.signed(suite.worker, about(participant, THEIRS));
        String elsewhere = suite.staff("SUPERVISOR", Suite.ELSEWHERE);
        String admin = suite.staff("GRANTEE_ADMINISTRATOR", Suite.SITE);

        assertThat(asks(participant, suite.worker, "").problem()).isEqualTo("forbidden");
        assertThat(asks(participant, elsewhere, "").problem()).isEqualTo("case-not-open");
        assertThat(asks(participant, suite.supervisor, "x".repeat(501)).status())
                .isEqualTo(400);
        Suite.require(asks(participant, suite.supervisor, "x".repeat(500)), 200);
        Suite.require(asks(participant, admin, ""), 200);
        Answer ofAnother = suite.running.get(
                "/participants/" + participant + "/subject-access",
                suite.running.issuer().staff(RunningService.OTHER_GRANTEE, admin));
        assertThat(ofAnother.status()).isEqualTo(404);
        assertThat(ofAnother.http().body()).doesNotContain(THEIRS);
        assertThat(asks(id(), admin, "").status()).isEqualTo(404);
        suite.running.owners().away(true);
        try {
            assertThat(asks(id(), admin, "").status()).isEqualTo(503);
        } finally {
            suite.running.owners().away(false);
        }
    }

    /** Someone whom this grantee heard of, and whom their owner would not tell another of. */
    private String known() {
        String participant = id();
        suite.hears("participant", "intake-completed", participant, participant, 1, Suite.person(participant));
        suite.running
                .owners()
                .answers(
                        "/participants/" + participant + "/case",
                        Json.mapper().writeValueAsString(suite.caseOf(participant, "2026-01-01")));
        suite.hears("case", "case-opened", participant, participant, 1, suite.caseOf(participant, "2026-01-01"));
        suite.eventually(
                "/participants/" + participant + "/contact-compliance",
                suite.worker,
                is -> is.path("obligations").size() > 0);
        return participant;
    }

    private JsonNode eventually(String participant, Predicate<JsonNode> is) {
        return suite.eventually("/participants/" + participant + "/subject-access", suite.supervisor, is);
    }

    private String searches(String participant, String why) {
        String search = id();
        Suite.require(
                suite.running.put(
                        "/searches/" + search,
                        suite.token(suite.worker),
                        Map.of("participant", participant, "lapseSince", "2026-01-05")),
                201);
        Suite.require(
                suite.running.post(
                        "/searches/" + search + "/steps",
                        suite.token(suite.worker),
                        Map.of(
                                "id",
                                id(),
                                "kind",
                                "HOME_VISIT",
                                "on",
                                YESTERDAY.substring(0, 10),
                                "result",
                                "WAIVED",
                                "reason",
                                why)),
                200);
        return search;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> about(String participant, String discussion) {
        Map<String, Object> note = note(participant, "CONTACT", "PHONE", YESTERDAY);
        ((Map<String, Object>) Objects.requireNonNull(note.get("text"))).put("discussion", discussion);
        return note;
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
