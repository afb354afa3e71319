package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.done;
import static org.throughcare.participant.running.Place.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.reports.PreparingPerformance;
import org.throughcare.participant.reports.Quarter;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Households, the measure taken from them, the list of what is due, and what a person may ask for about themselves; over HTTP. */
class FamilyAndReportsTest extends AtAPlace {

    private String community() {
        return place().token(place().communityWorker);
    }

    private String supervisor() {
        return place().token(place().supervisor);
    }

    private Map<String, Object> member(String id, @Nullable String participant, boolean head) {
        Map<String, Object> who = participant == null
                ? Map.of("name", "Maya Somebody", "resident", "R-" + id)
                : Map.of("participant", participant);
        Map<String, Object> all = new HashMap<>(who);
        all.putAll(Map.of(
                "id",
                id,
                "relationship",
                head ? "PARENT" : "CHILD",
                "head",
                head,
                "from",
                place().today().minusDays(5).toString()));
        return all;
    }

    private Answer opens(String household, String approach, List<Map<String, Object>> members) {
        return place().running
                .put(
                        "/households/" + household,
                        community(),
                        Map.of("site", place().site, "approach", approach, "members", members));
    }

    private Answer posts(String path, Object body) {
        return place().running.post(path, community(), body);
    }

    @Test
    @DisplayName("H4 eight households that want one participant at the same moment: one has them, seven are refused")
    void oneHousehold() throws Exception {
        String participant = place().takenIn();
        List<String> households = new ArrayList<>();
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                String household = id();
                households.add(household);
                asked.add(
                        threads.submit(() -> opens(household, "INDIVIDUAL", List.of(member(id(), participant, true)))));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> each : asked) {
            statuses.add(each.get().status());
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        String holder = households.get(statuses.indexOf(201));
        assertThat(done(place().running.get("/participants/" + participant + "/household", community()))
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(holder);
    }

    @Test
    @DisplayName(
            "H4 a participant goes from one household to another on a day; a joining that was refused leaves them free")
    void moving() {
        String participant = place().takenIn();
        String first = id();
        String member = id();
        done(opens(first, "INDIVIDUAL", List.of(member(id(), null, true), member(member, participant, false))));
        String second = id();
        done(opens(second, "INDIVIDUAL", List.of(member(id(), null, true))));
        Map<String, Object> sameId = member(member, place().takenIn(), false);
        assertThat(posts("/households/" + first + "/members", sameId).status()).isEqualTo(409);
        assertThat(opens(first, "INDIVIDUAL", List.of(member(member, participant, true)))
                        .status())
                .as("another household under the same id")
                .isEqualTo(409);
        Answer taken = posts("/households/" + second + "/members", member(id(), participant, false));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("rule").asString()).isEqualTo("H4");
        done(posts("/households/" + first + "/members/" + member + "/departure", Map.of()));
        assertThat(place().running
                        .get("/participants/" + participant + "/household", community())
                        .status())
                .isEqualTo(404);
        Answer early = posts("/households/" + second + "/members", member(id(), participant, false));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().path("errors").get(0).path("field").asString()).isEqualTo("from");
        Map<String, Object> today = member(id(), participant, false);
        today.put("from", place().today().toString());
        Map<String, Object> asHead = new HashMap<>(today);
        asHead.put("head", true);
        assertThat(posts("/households/" + second + "/members", asHead).status()).isEqualTo(409);
        done(posts("/households/" + second + "/members", today));
    }

    @Test
    @DisplayName(
            "H2 H4 from the roster to the measure: who has a family plan and takes part counts, and every row says why")
    void measure() {
        String parent = place().takenIn();
        String household = id();
        String head = id();
        String child = id();
        done(opens(household, "FAMILY_CENTRED", List.of(member(head, parent, true), member(child, null, false))));
        String goal = id();
        done(place().running
                .put(
                        "/households/" + household + "/plan",
                        community(),
                        Map.of(
                                "strategy",
                                "an evening a week",
                                "goals",
                                List.of(Map.of(
                                        "id", goal,
                                        "title", "Maya reads at grade level",
                                        "measure", "the school's test",
                                        "relevance", "passing fourth grade",
                                        "targetDate",
                                                place().today().plusDays(60).toString(),
                                        "responsible", "mother",
                                        "members", List.of(head, child))))));
        done(posts(
                "/households/" + household + "/plan/participations",
                Map.of("id", id(), "member", child, "goal", goal, "note", "read two chapters aloud")));
        String none = place().takenIn();
        String roster = id();
        Map<String, Object> list = Map.of(
                "site",
                place().site,
                "on",
                place().today().minusDays(3).toString(),
                "residents",
                List.of(
                        Map.of("id", "A-1", "participant", parent),
                        Map.of("id", "R-" + child),
                        Map.of("id", "A-3", "participant", none),
                        Map.of("id", "A-4", "participant", none)));
        assertThat(place().running
                        .put("/resident-rosters/" + roster, community(), list)
                        .status())
                .isEqualTo(403);
        done(place().running.put("/resident-rosters/" + roster, supervisor(), list));
        assertThat(place().running
                        .put("/resident-rosters/" + id(), supervisor(), list)
                        .status())
                .as("a second one of the day")
                .isEqualTo(409);
        String path = "/reports/hud-quarter?site=" + place().site + "&quarter=" + Quarter.of(place().today());
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode measure = done(place().running.get(path, supervisor())).json();
            assertThat(measure.path("residents").asInt()).isEqualTo(4);
            assertThat(measure.path("total").asInt()).isEqualTo(3);
            assertThat(measure.path("inCaseManagement").asInt()).isEqualTo(1);
            assertThat(measure.path("notInCaseManagement").asInt()).isEqualTo(2);
            assertThat(measure.path("rows").get(1).path("ground").asString()).isEqualTo("FAMILY_PLAN");
            measure.path("rows")
                    .forEach(row -> assertThat(row.path("why").asString()).isNotBlank());
        });
        Answer csv = place().running.get(path, supervisor(), "Accept", "text/csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.http().body().lines().toList()).hasSize(5);
        String next = "/reports/hud-quarter?site=" + place().site + "&quarter="
                + Quarter.of(place().today().plusMonths(4));
        assertThat(place().running.get(next, supervisor()).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("L23 L15 L18 C7 what is due stands in one list with its reason, as JSON and as CSV")
    void due() {
        String participant = place().withCase(place().today().plusDays(20).toString());
        done(place().running
                .put(
                        "/consents/" + id(),
                        place().token(place().jailWorker),
                        Map.of(
                                "participant", participant,
                                "recipient", id(),
                                "recipientName", "Harbour House",
                                "purpose", "a bed on the day of release",
                                "kinds", List.of("HOUSING_NEED"),
                                "signedOn", place().today().toString(),
                                "signature", Place.signature(),
                                "expiresOn", place().today().plusDays(20).toString())));
        String path = "/reports/due?site=" + place().site;
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> rows =
                    Place.listOf(done(place().running.get(path, supervisor()))
                                    .json()
                                    .path("rows"))
                            .stream()
                            .filter(row -> row.path("participant").asString("").equals(participant))
                            .toList();
            assertThat(rows)
                    .extracting(row -> row.path("what").asString())
                    .containsExactly("INTRODUCTION", "CONTACT_CARD", "CONSENT");
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.path("why").asString()).isNotBlank());
        });
        assertThat(Place.listOf(done(place().running.get(path + "&withinDays=5", supervisor()))
                        .json()
                        .path("rows")))
                .noneMatch(row -> row.path("participant").asString("").equals(participant));
        Answer csv = place().running.get(path, supervisor(), "Accept", "text/csv");
        assertThat(csv.http().body()).startsWith("site,what,participant").contains("Harbour House");
        assertThat(done(place().running.get("/reports/performance?across=true", supervisor()))
                        .json()
                        .path("rows")
                        .get(0)
                        .path("site")
                        .asString())
                .isEqualTo("All sites");
    }

    @Test
    @DisplayName(
            "What is held about a person is one package for supervisors and administrators, on record before the answer")
    void subjectAccess() {
        String participant = id();
        LocalDate born = LocalDate.of(1987, 3, 4);
        done(place().intake(participant, place().identity("Perpetua", "Oyelaran", born, "219-77-4242")));
        done(place().running
                .put(
                        "/participants/" + participant + "/custody",
                        place().token(place().jailWorker),
                        Map.of("facility", "County Jail", "since", "2025-01-15")));
        done(place().running
                .put("/participants/" + participant + "/case", place().token(place().jailWorker), Map.of()));
        done(opens(id(), "FAMILY_CENTRED", List.of(member(id(), participant, true), member(id(), null, false))));
        String path = "/participants/" + participant + "/subject-access";
        assertThat(place().running.get(path, community()).status()).isEqualTo(403);
        Answer answer = done(place().running.get(path + "?reason=asked+at+the+desk", supervisor()));
        JsonNode file = answer.json();
        assertThat(file.path("participant").path("identity").path("dateOfBirth").asString())
                .isEqualTo(born.toString());
        assertThat(file.path("participant")
                        .path("identity")
                        .path("identifiers")
                        .get(0)
                        .path("value")
                        .asString()
                        .replace("-", ""))
                .isEqualTo("219774242");
        assertThat(file.path("custody").isObject()).isTrue();
        assertThat(file.path("supportCase").isObject()).isTrue();
        assertThat(file.path("households").size()).isEqualTo(1);
        assertThat(answer.http().body()).doesNotContain("Maya Somebody");
        List<JsonNode> reads = Place.listOf(file.path("readBy"));
        assertThat(reads)
                .as("who asked is on record before the answer")
                .anyMatch(read -> read.path("what").asString().equals("subject access")
                        && read.path("outcome").asString().equals("ALLOWED")
                        && read.path("reason").asString("").equals("asked at the desk"));
        assertThat(place().running
                        .get("/participants/" + id() + "/subject-access", administrator())
                        .status())
                .isEqualTo(404);
    }

    private String administrator() {
        return place().token(place().worker("GRANTEE_ADMINISTRATOR", "COMMUNITY"));
    }

    @Test
    @DisplayName("L23 a report over more people than a page has everybody on it, each once")
    void manyPages() {
        String site = place().site("TRANSITION");
        int many = 1_203;
        LocalDate soon = place().today().plusDays(7);
        await().atMost(SOON)
                .until(() -> place().inScope(() -> place().running.bean(ReportSources.class).sites().stream()
                        .anyMatch(heard -> heard.id().equals(site))));
        place().inScope(() -> {
            var database = place().running.bean(TenantDatabases.class).current();
            List<Document> custodies = new ArrayList<>();
            List<Document> people = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String person = id();
                custodies.add(new Document("_id", person)
                        .append("revision", 1L)
                        .append(
                                "snapshot",
                                new Document("participant", person)
                                        .append("site", site)
                                        .append("population", "NEAR_RELEASE")
                                        .append("projectedRelease", soon.toString())));
                people.add(new Document("_id", person)
                        .append("revision", 1L)
                        .append(
                                "snapshot",
                                new Document("site", site)
                                        .append("caseNumber", "N-" + i)
                                        .append("givenName", "Nn")));
            }
            database.getCollection("copies_participant_custody").insertMany(custodies);
            database.getCollection("copies_participant_participant").insertMany(people);
            return many;
        });
        List<JsonNode> rows =
                Place.listOf(done(place().running.get("/reports/upcoming-releases?site=" + site, administrator()))
                        .json()
                        .path("rows"));
        assertThat(rows).hasSize(many);
        assertThat(rows.stream().map(row -> row.path("participant").asString()).distinct())
                .hasSize(many);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("caseNumber").asString()).startsWith("N-"));
        countedAhead(site, many);
    }

    /** Someone who comes later is not among the numbers of a large site until it is counted again. */
    private void countedAhead(String site, int many) {
        JsonNode first = performanceOf(site);
        assertThat(first.path("participants").asInt()).isEqualTo(many);
        place().inScope(() -> {
            var database = place().running.bean(TenantDatabases.class).current();
            database.getCollection("copies_participant_custody")
                    .insertOne(new Document("_id", id())
                            .append("revision", 1L)
                            .append("snapshot", new Document("participant", id()).append("site", site)));
            return site;
        });
        assertThat(performanceOf(site)).isEqualTo(first);
        place().inScope(() -> {
            place().running
                    .bean(TenantDatabases.class)
                    .current()
                    .getCollection("report_performance")
                    .updateOne(
                            new Document("_id", site),
                            new Document("$set", new Document("performance.asOf", "2026-01-01T00:00:00Z")));
            place().running.bean(PreparingPerformance.class).prepare();
            return site;
        });
        JsonNode again = performanceOf(site);
        assertThat(again.path("participants").asInt()).isEqualTo(many + 1);
        assertThat(Instant.parse(again.path("asOf").asString()))
                .isAfterOrEqualTo(Instant.parse(first.path("asOf").asString()));
    }

    private JsonNode performanceOf(String site) {
        return done(place().running.get("/reports/performance?site=" + site, administrator()))
                .json()
                .path("rows")
                .get(0);
    }
}
