package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.notes.Suite.note;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Two records of one person, each with its case, its worker and its notes: merged by events that come in the wrong order, twice
 * and late, read under both ids, and taken apart again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class OnePersonTwoRecordsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private Suite suite;
    private LocalDate today;
    private String survivor;
    private String alias;

    @BeforeAll
    void start() {
        suite = new Suite();
        BusinessClock clock = suite.running.bean(BusinessClock.class);
        // in the middle of a year, so that all contacts are of one
        clock.moveTo(LocalDate.of(clock.today(ZONE).getYear() + 1, 6, 15)
                .atTime(12, 0)
                .atZone(ZONE)
                .toInstant());
        today = clock.today(ZONE);
        survivor = suite.participant();
        alias = suite.participant();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    @DisplayName(
            "H8, N15: merged, both ids answer for one person, each note once and what is owed once; undone, each is as it was")
    void mergedAndUndone() {
        twoRecords();
        String s1 = suite.signed(suite.worker, contact(survivor, 9));
        String a1 = suite.signed(suite.stranger, contact(alias, 7));
        String s2 = suite.signed(suite.worker, contact(survivor, 5));
        String a2 = suite.signed(suite.stranger, contact(alias, 3));
        JsonNode survivorsBefore = counted(survivor, suite.worker, 2);
        JsonNode aliasesBefore = counted(alias, suite.stranger, 2);
        await().untilAsserted(() -> assertThat(due(suite.worker)
                        .path("rows")
                        .path(0)
                        .path("lastContactOn")
                        .asString())
                .isEqualTo(today.minusDays(5).toString()));
        JsonNode listBefore = due(suite.worker);
        assertThat(status("/participants/" + alias + "/notes", suite.worker)).isEqualTo(403);

        merge();
        List<String> all = List.of(a2, s2, a1, s1);
        eventuallyNotes(survivor, suite.worker, all);
        assertThat(notes(alias, suite.worker)).isEqualTo(all);
        assertThat(pagesAskedForInTurn()).isEqualTo(all);
        assertThat(status("/notes/" + a1, suite.worker)).isEqualTo(200);

        JsonNode together = counted(survivor, suite.worker, 4);
        assertThat(compliance(alias, suite.worker)).isEqualTo(together);
        assertThat(together.path("participant").asString()).isEqualTo(survivor);
        assertThat(together.path("obligations")).hasSize(1);
        assertThat(together.path("nextDueOn").asString())
                .as("contact under the alias counts for the person")
                .isEqualTo(today.minusDays(3).plusDays(30).toString());
        await().untilAsserted(() -> {
            assertThat(people(due(suite.worker))).containsExactly(survivor);
            assertThat(people(due(suite.stranger))).isEmpty();
        });

        theAliasesWorker(a1, a2);
        String offline = broughtFromADevice();
        eventuallyNotes(survivor, suite.worker, List.of(offline, a2, s2, a1, s1));
        counted(survivor, suite.worker, 5);

        undo();
        eventuallyNotes(survivor, suite.worker, List.of(s2, s1));
        assertThat(notes(alias, suite.stranger)).containsExactly(offline, a2, a1);
        assertThat(status("/participants/" + alias + "/notes", suite.worker)).isEqualTo(403);
        assertThat(counted(survivor, suite.worker, 2)).isEqualTo(survivorsBefore);
        JsonNode aliases = counted(alias, suite.stranger, 3);
        assertThat(aliases.path("participant").asString()).isEqualTo(alias);
        await().untilAsserted(() -> assertThat(compliance(alias, suite.stranger).path("obligations"))
                .hasSize(aliasesBefore.path("obligations").size()));
        await().untilAsserted(() -> {
            assertThat(due(suite.worker)).isEqualTo(listBefore);
            assertThat(people(due(suite.stranger))).containsExactly(alias);
        });
    }

    private void twoRecords() {
        suite.hears("participant", "intake-completed", survivor, survivor, 1, record(survivor, null));
        suite.hears("participant", "intake-completed", alias, alias, 1, record(alias, null));
        suite.hears("case", "case-opened", survivor, survivor, 1, suite.caseOf(survivor, ago(10)));
        Map<String, Object> elsewhere = new TreeMap<>(suite.caseOf(alias, ago(20)));
        elsewhere.put("site", Suite.ELSEWHERE);
        elsewhere.put("sites", List.of(Suite.ELSEWHERE));
        elsewhere.put("primary", suite.stranger);
        elsewhere.put("team", List.of(Map.of("staff", suite.stranger, "role", "PRIMARY", "from", ago(20))));
        suite.hears("case", "case-opened", alias, alias, 1, elsewhere);
        suite.running
                .owners()
                .answers("/participants/" + alias + "/case", Json.mapper().writeValueAsString(elsewhere));
        suite.eventually("/participants/" + alias + "/contact-compliance", suite.stranger, is -> is.has("nextDueOn"));
        suite.eventually("/participants/" + survivor + "/contact-compliance", suite.worker, is -> is.has("nextDueOn"));
    }

    /** The alias's news before the survivor's, then each again, then what was so before. */
    private void merge() {
        Map<String, Object> merged = record(alias, survivor);
        Map<String, Object> stands = record(survivor, null, alias);
        suite.hears("participant", "participant-merged", alias, alias, 2, merged);
        suite.hears("participant", "alias-taken", survivor, survivor, 2, stands);
        suite.hears("participant", "participant-merged", alias, alias, 2, merged);
        suite.hears("participant", "intake-completed", alias, alias, 1, record(alias, null));
        suite.hears("participant", "alias-taken", survivor, survivor, 2, stands);
    }

    private void undo() {
        suite.hears("participant", "alias-given-back", survivor, survivor, 3, record(survivor, null));
        suite.hears("participant", "merge-undone", alias, alias, 3, record(alias, null));
        suite.hears("participant", "participant-merged", alias, alias, 2, record(alias, survivor));
    }

    /** Nobody loses what is theirs, and nobody gains what is not. */
    private void theAliasesWorker(String... theirs) {
        assertThat(notes(alias, suite.stranger)).containsExactly(theirs[1], theirs[0]);
        assertThat(status("/participants/" + survivor + "/notes", suite.stranger))
                .isEqualTo(403);
        JsonNode own = compliance(alias, suite.stranger);
        assertThat(own.path("contacts").asInt()).isEqualTo(2);
        assertThat(own.path("obligations")).as("owed under the survivor").isEmpty();
    }

    /** Written under the alias before anybody could know: taken, kept under its id, shown with the survivor. */
    private String broughtFromADevice() {
        String id = UUID.randomUUID().toString();
        Answer answer = suite.running.post(
                "/notes/batch",
                suite.token(suite.stranger),
                Map.of(
                        "items",
                        List.of(Map.of(
                                "clientId",
                                id,
                                "idempotencyKey",
                                "device-" + id,
                                "note",
                                contact(alias, 1),
                                "sign",
                                true))));
        Suite.require(answer, 200);
        assertThat(answer.json().at("/outcomes/0/status").asInt()).isEqualTo(201);
        assertThat(suite.running
                        .get("/notes/" + id, suite.token(suite.worker))
                        .json()
                        .path("participant")
                        .asString())
                .isEqualTo(alias);
        return id;
    }

    private List<String> pagesAskedForInTurn() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        int nth = 0;
        do {
            String whose = nth++ % 2 == 0 ? alias : survivor;
            JsonNode page = suite.running
                    .get("/participants/" + whose + "/notes?limit=1" + cursor, suite.token(suite.worker))
                    .json();
            page.path("notes").forEach(each -> paged.add(each.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return paged;
    }

    private void eventuallyNotes(String of, String by, List<String> expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(notes(of, by)).isEqualTo(expected));
    }

    private List<String> notes(String of, String by) {
        List<String> ids = new ArrayList<>();
        suite.running
                .get("/participants/" + of + "/notes", suite.token(by))
                .json()
                .path("notes")
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private JsonNode counted(String of, String by, int contacts) {
        return suite.eventually(
                "/participants/" + of + "/contact-compliance",
                by,
                is -> is.path("contacts").asInt() == contacts);
    }

    private JsonNode compliance(String of, String by) {
        return suite.running
                .get("/participants/" + of + "/contact-compliance", suite.token(by))
                .json();
    }

    private JsonNode due(String by) {
        return suite.running
                .get("/reports/contacts-due?worker=" + by + "&until=" + today.plusDays(60), suite.token(by))
                .json();
    }

    private static List<String> people(JsonNode report) {
        return report.path("rows")
                .valueStream()
                .map(each -> each.path("participant").asString())
                .toList();
    }

    private int status(String path, String by) {
        return suite.running.get(path, suite.token(by)).status();
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }

    private Map<String, Object> contact(String participant, int daysAgo) {
        Instant at = today.minusDays(daysAgo).atTime(10, 0).atZone(ZONE).toInstant();
        return note(participant, "CONTACT", "PHONE", at.toString());
    }

    private static Map<String, Object> record(
            String id, @org.jspecify.annotations.Nullable String into, String... aliases) {
        Map<String, Object> record = new TreeMap<>(Suite.person(id));
        record.put("aliases", List.of(aliases));
        if (into != null) {
            record.put("mergedInto", into);
        }
        return record;
    }
}
