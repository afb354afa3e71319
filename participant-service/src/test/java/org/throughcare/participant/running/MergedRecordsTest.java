package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.done;
import static org.throughcare.participant.running.Place.id;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merge over all that is recorded of a person, and back again. Which routes there are is asked of the service's own description,
 * so that a new one is walked as well.
 */
@Tag("once")
class MergedRecordsTest extends AtAPlace {

    private static final String OTHERS = "underAliases";
    private static final List<String> KINDS = List.of(
            "/assessment",
            "/assistance",
            "/case",
            "/custody",
            "/enrolment",
            "/enrolment/outcomes",
            "/enrolment/record",
            "/household",
            "/plan");

    private String jail() {
        return place().token(place().jailWorker);
    }

    private String supervisor() {
        return place().token(place().supervisor);
    }

    private static void refused(Answer answer, String rule, String saying) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(409);
        assertThat(answer.json().path("rule").asString()).isEqualTo(rule);
        assertThat(answer.json().path("detail").asString()).contains(saying);
    }

    private Answer post(String participant, String path, Object body, String... headers) {
        return place().running.post("/participants/" + participant + path, jail(), body, headers);
    }

    private Answer get(String participant, String path) {
        return place().running.get("/participants/" + participant + path, supervisor());
    }

    private void merge(String alias, String survivor) {
        done(post(alias, "/merge", Map.of("into", survivor)));
    }

    private void unmerge(String alias) {
        done(post(alias, "/unmerge", Map.of()));
    }

    /** Somebody with everything that can be recorded of a person. */
    private String withAFullFile() {
        return withAFullFile(20);
    }

    private String withAFullFile(int releaseInDays) {
        String participant =
                place().withCase(place().today().plusDays(releaseInDays).toString());
        done(post(
                participant,
                "/enrolment/eligibility",
                Map.of("programme", "LEAP", "eligible", true, "grounds", "papers seen")));
        done(post(
                participant,
                "/enrolment/programmes",
                Map.of("programme", "LEAP", "fundSource", "LEAP_GRANT", "grounds", "goals")));
        done(post(
                participant,
                "/enrolment/services",
                Map.of(
                        "programme",
                        "LEAP",
                        "code",
                        "ASSESS",
                        "from",
                        place().today().toString(),
                        "grounds",
                        "first")));
        place().assessed(participant);
        done(plan(participant));
        done(place().running.put("/participants/" + participant + "/assistance", jail(), """
                {"obligations":[{"id":"%s","programme":"TANF","what":"Looks for work","hoursAWeek":20,"from":"2026-01-05"}],
                 "sanctions":[]}""".formatted(id())));
        done(household(id(), participant));
        boolean near = get(participant, "/custody")
                .json()
                .path("population")
                .asString()
                .equals("NEAR_RELEASE");
        await().atMost(SOON).until(() -> introductionsDueOn(participant).isEmpty() != near);
        return participant;
    }

    /** What the case makes of the release once it has heard of it. */
    private String introductionsDueOn(String participant) {
        return get(participant, "/case").json().path("introductionsDueOn").asString("");
    }

    private Answer plan(String participant) {
        return place().running.put("/participants/" + participant + "/plan", jail(), """
                {"goals":[{"id":"%s","title":"Work as a baker","measure":"hired for 30 hours a week","relevance":"supports the family",
                  "responsible":"the participant","targetDate":"%s",
                  "steps":[{"what":"Write a letter","responsible":"case manager","delivery":"BY_STAFF"}]}],
                 "backUpTransport":"bus 14","backUpChildcare":"not needed","strategy":"bakery first","resources":["job center"]}""".formatted(
                        id(), place().today().plusDays(200)));
    }

    private Answer household(String household, String participant) {
        return place().running
                .put(
                        "/households/" + household,
                        jail(),
                        Map.of(
                                "site",
                                place().site,
                                "approach",
                                "INDIVIDUAL",
                                "members",
                                List.of(place().member(participant, "PARENT", true))));
    }

    /** Routes with a participant in their path, as {@code GET /participants/{id}/plan}. */
    private List<String> routes(List<String> methods) {
        List<String> routes = new ArrayList<>();
        JsonNode paths =
                place().running.ask("GET", "/v3/api-docs", null, null).json().path("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/participants/{"))
                .forEach(path -> methods.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> routes.add(method + " " + path.getKey())));
        assertThat(routes).isNotEmpty();
        return routes;
    }

    private static String filled(String route, String participant) {
        return route.substring(route.indexOf(' ') + 1)
                .replaceFirst("\\{[^}]+}", participant)
                .replace("{version}", "1")
                .replaceAll("\\{[^}]+}", id());
    }

    /** What each route answers about somebody, by the rest of its path, apart from when it was asked and by whom. */
    private Map<String, JsonNode> file(String participant, String query) {
        Map<String, JsonNode> file = new TreeMap<>();
        for (String route : routes(List.of("get"))) {
            String path = filled(route, participant);
            String asked = path.endsWith("/standing") ? "?recipient=" + new UUID(4, 4) + "&kind=IDENTITY" : query;
            Answer answer = place().running.get(path + asked, supervisor());
            file.put(path.substring(("/participants/" + participant).length()), known(answer));
        }
        return file;
    }

    private static JsonNode known(Answer answer) {
        boolean json = answer.header("Content-Type").contains("json");
        ObjectNode known = Json.mapper().createObjectNode();
        known.put("status", answer.status());
        if (json) {
            JsonNode body = answer.json();
            timeless(body);
            body.path(OTHERS).forEach(MergedRecordsTest::timeless);
            known.set("body", body);
        }
        return known;
    }

    private static void timeless(JsonNode body) {
        if (body instanceof ObjectNode object) {
            object.remove(List.of("preparedAt", "readBy"));
        }
    }

    /** Without what of the other record counts for the end of this one's participation. */
    private static JsonNode alone(JsonNode body) {
        JsonNode without = body.deepCopy();
        without.findParents("oneWith").forEach(each -> ((ObjectNode) each).remove("oneWith"));
        without.findParents("beside").forEach(each -> ((ObjectNode) each).remove("beside"));
        return without;
    }

    private static JsonNode body(Map<String, JsonNode> file, String path) {
        return Objects.requireNonNull(file.get(path), path).path("body");
    }

    @Test
    @DisplayName(
            "H8 N15 merged, every read answers the same under both ids and hides nothing; un-merged, each is as it was")
    void reads() {
        String alias = withAFullFile();
        String survivor = withAFullFile();
        Map<String, JsonNode> aliasBefore = file(alias, "");
        Map<String, JsonNode> survivorBefore = file(survivor, "");
        assertThat(aliasBefore.values())
                .allMatch(answer -> answer.path("status").asInt() == 200);

        merge(alias, survivor);
        await().atMost(SOON)
                .until(() ->
                        !body(file(survivor, ""), "/enrolment").path("oneWith").isEmpty());
        Map<String, JsonNode> merged = file(survivor, "");
        assertThat(file(alias, "")).isEqualTo(merged);
        assertThat(merged.keySet().stream().filter(path -> body(merged, path).has(OTHERS)))
                .containsExactlyElementsOf(KINDS);
        Map<String, JsonNode> own = file(alias, "?own=true");
        for (String kind : KINDS) {
            ObjectNode shown = (ObjectNode) body(merged, kind).deepCopy();
            JsonNode beside = shown.remove(OTHERS);
            assertThat(beside.size()).isEqualTo(1);
            assertThat(alone(shown)).as(kind).isEqualTo(alone(body(survivorBefore, kind)));
            assertThat(beside.get(0)).as(kind).isEqualTo(body(aliasBefore, kind));
            assertThat(body(own, kind)).as(kind).isEqualTo(body(aliasBefore, kind));
        }
        JsonNode handedOut = body(merged, "/subject-access");
        assertThat(handedOut.path("participant").path("id").asString()).isEqualTo(survivor);
        assertThat(handedOut.path("alsoUnder").get(0).path("plan"))
                .isEqualTo(body(aliasBefore, "/subject-access").path("plan"));
        assertThat(handedOut.path("alsoUnder").get(0).path("assistance").path("obligations"))
                .isEqualTo(body(aliasBefore, "/assistance").path("obligations"));

        unmerge(alias);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(file(alias, "")).isEqualTo(aliasBefore);
            assertThat(file(survivor, "")).isEqualTo(survivorBefore);
        });
    }

    @Test
    @DisplayName(
            "H8 nothing is recorded under an alias by any route, the refusal names the survivor, and nothing happened")
    void commands() {
        String alias = withAFullFile();
        String survivor = withAFullFile();
        Map<String, Object> given = Map.of("on", place().today().toString());
        done(post(alias, "/case/contact-card", given, "Idempotency-Key", "card-of-" + alias));
        await().atMost(SOON).until(() -> placesOf(place().jailWorker).contains(alias));
        Map<String, String> before = revisions(alias);
        merge(alias, survivor);

        List<String> routes = routes(List.of("post", "put", "delete", "patch"));
        routes.removeIf(route -> route.endsWith("/merge") || route.endsWith("/unmerge"));
        assertThat(routes).hasSizeGreaterThan(40);
        for (String route : routes) {
            Answer answer = place().running
                    .ask(
                            route.substring(0, route.indexOf(' ')).toUpperCase(Locale.ROOT),
                            filled(route, alias),
                            supervisor(),
                            Map.of(),
                            "Idempotency-Key",
                            id(),
                            "If-Match",
                            "\"1\"");
            assertThat(answer.status()).as(route).isEqualTo(409);
            refused(answer, "H8", survivor);
            assertThat(answer.json().path("allowed").toString()).contains(survivor, "unmerge");
        }
        refused(household(id(), alias), "H8", survivor);
        refused(
                place().running
                        .post(
                                "/households/"
                                        + get(survivor, "/household")
                                                .json()
                                                .path("id")
                                                .asString() + "/members",
                                jail(),
                                place().member(alias, "OTHER_RELATIVE", false)),
                "H8",
                survivor);
        assertThat(done(post(alias, "/case/contact-card", given, "Idempotency-Key", "card-of-" + alias))
                        .json()
                        .path("participant")
                        .asString())
                .as("a repeat has its first answer")
                .isEqualTo(alias);
        assertThat(revisions(alias)).isEqualTo(before);

        unmerge(alias);
        done(post(alias, "/case/phase", Map.of("phase", "ASSESSING")));
    }

    private Map<String, String> revisions(String participant) {
        Map<String, String> revisions = new HashMap<>();
        for (String kind : List.of("/case", "/custody", "/enrolment", "/plan", "/assessment", "/assistance")) {
            revisions.put(kind, done(get(participant, kind + "?own=true")).header("ETag"));
        }
        return revisions;
    }

    private List<String> placesOf(String worker) {
        List<String> people = new ArrayList<>();
        place().running
                .get("/staff/" + worker + "/caseload", supervisor())
                .json()
                .path("places")
                .forEach(each -> people.add(each.path("id").asString()));
        return people;
    }

    private List<JsonNode> rows(String report, String participant) {
        return Place.listOf(
                        done(place().running.get(report, supervisor())).json().path("rows"))
                .stream()
                .filter(row -> row.path("participant").asString("").equals(participant))
                .toList();
    }

    private int sum(String report, String... fields) {
        int sum = 0;
        for (JsonNode row :
                done(place().running.get(report, supervisor())).json().path("rows")) {
            for (String field : fields) {
                sum += row.path(field).asInt();
            }
        }
        return sum;
    }

    private List<String> listed(String query) {
        return Place.listOf(done(place().running.get("/participants?limit=200" + query, supervisor()))
                        .json()
                        .path("participants"))
                .stream()
                .map(line -> line.path("participant").asString())
                .toList();
    }

    /** How many people, or things about people, each list and report has. */
    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("roster", listed("").size());
        counts.put("caseload", placesOf(place().jailWorker).size());
        counts.put("balance", sum("/reports/caseload-balance", "before", "after"));
        counts.put("performance", sum("/reports/performance", "participants"));
        counts.put("participating", sum("/reports/performance", "participating"));
        counts.put("pirl", (int) done(place().running.get("/exports/pirl", supervisor()))
                .http()
                .body()
                .lines()
                .count());
        String calendar = done(place().running.get("/staff/" + place().jailWorker + "/calendar.ics", jail()))
                .http()
                .body();
        counts.put("calendar", calendar.split("BEGIN:VEVENT", -1).length - 1);
        return counts;
    }

    @Test
    @DisplayName(
            "H8 somebody with two ids is once on every list and in every report, by either name, and twice again un-merged")
    void lists() {
        String alias = withAFullFile();
        String survivor = withAFullFile();
        List<String> reports = List.of(
                "/reports/exit-alert", "/reports/due?withinDays=400", "/reports/upcoming-releases?withinDays=60");
        await().atMost(SOON).untilAsserted(() -> {
            for (String report : reports) {
                assertThat(rows(report, alias)).isNotEmpty();
                assertThat(rows(report, survivor)).hasSameSizeAs(rows(report, alias));
            }
            assertThat(rows("/reports/due?withinDays=400", alias))
                    .extracting(row -> row.path("what").asString())
                    .contains("PLAN_REVIEW", "EXIT", "CONTACT_CARD");
            for (String each : List.of(alias, survivor)) {
                assertThat(rows("/reports/due?withinDays=400", each))
                        .filteredOn(row -> row.path("what").asString().equals("INTRODUCTION"))
                        .singleElement()
                        .satisfies(
                                row -> assertThat(row.path("dueOn").asString()).isEqualTo(introductionsDueOn(each)));
            }
            assertThat(placesOf(place().jailWorker)).contains(alias, survivor);
            assertThat(listed("")).contains(alias, survivor);
        });
        String caseNumber = get(alias, "").json().path("caseNumber").asString();
        Map<String, Integer> before = settled();
        Map<String, List<JsonNode>> rowsBefore = new HashMap<>();
        reports.forEach(report -> rowsBefore.put(report, rows(report, survivor)));

        merge(alias, survivor);
        await().atMost(SOON).untilAsserted(() -> {
            for (String report : reports) {
                assertThat(rows(report, alias)).as(report).isEmpty();
                assertThat(rows(report, survivor)).as(report).isEqualTo(rowsBefore.get(report));
            }
            assertThat(listed("&q=" + caseNumber)).containsExactly(survivor);
            assertThat(placesOf(place().jailWorker)).contains(survivor).doesNotContain(alias);
            Map<String, Integer> merged = new TreeMap<>();
            // an exit and a plan's review
            before.forEach((list, count) -> merged.put(list, count - (list.equals("calendar") ? 2 : 1)));
            assertThat(counts()).isEqualTo(merged);
        });

        unmerge(alias);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(counts()).isEqualTo(before);
            assertThat(listed("&q=" + caseNumber)).containsExactly(alias);
            for (String report : reports) {
                assertThat(rows(report, alias)).as(report).isNotEmpty();
            }
        });
    }

    /** Counts once the copies have caught up with all who are there. */
    private Map<String, Integer> settled() {
        List<Map<String, Integer>> last = new ArrayList<>(List.of(counts()));
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
            last.add(counts());
            return last.getLast().equals(last.get(last.size() - 2));
        });
        return last.getLast();
    }

    @Test
    @DisplayName(
            "H8 what is open under the alias alone shows once, under the survivor, and nobody is asked again; what is to settle is said")
    void aliasAlone() {
        String alias = withAFullFile();
        String survivor = place().takenIn();
        String population = get(alias, "/custody").json().path("population").asString();
        await().atMost(SOON).until(() -> waiting().contains(survivor));
        Answer merged = post(alias, "/merge", Map.of("into", survivor));
        JsonNode toSettle = done(merged).json().path("toSettle");
        assertThat(Place.listOf(toSettle))
                .extracting(each -> each.path("what").asString())
                .containsExactly("CASE", "PARTICIPATION");
        assertThat(toSettle.get(0).path("under").toString()).contains(alias).doesNotContain(survivor);
        assertThat(toSettle.get(0).path("todo").asString()).contains("merge the other way round", survivor);
        assertThat(get(survivor, "").json().path("toSettle")).isEqualTo(toSettle);

        for (String kind : List.of("/case", "/custody", "/enrolment", "/plan", "/assessment", "/assistance")) {
            assertThat(get(survivor, kind).json().path("participant").asString())
                    .as(kind)
                    .isEqualTo(alias);
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(rows("/reports/exit-alert", survivor)).hasSize(1);
            assertThat(rows("/reports/exit-alert", survivor).getFirst().path("caseNumber"))
                    .isEqualTo(get(survivor, "").json().path("caseNumber"));
            assertThat(listed("&population=" + population)).contains(survivor).doesNotContain(alias);
        });
        await().atMost(SOON).until(() -> !waiting().contains(survivor));
        refused(household(id(), survivor), "H4", "under an alias");
        assertThat(plan(survivor).status())
                .as("rests on the assessment there is")
                .isEqualTo(201);
        assertThat(get(survivor, "/plan").json().at("/assistance/participant").asString())
                .as("beside the survivor's plan stands what is on record")
                .isEqualTo(alias);

        done(place().running.put("/participants/" + survivor + "/case", jail(), Map.of()));
        assertThat(Place.listOf(get(survivor, "").json().path("toSettle")))
                .as("now both have one")
                .anyMatch(each -> each.path("what").asString().equals("CASE")
                        && each.path("under").size() == 2);
        unmerge(alias);
        await().atMost(SOON).until(() -> waiting().contains(survivor));
        assertThat(get(survivor, "/enrolment").status()).isEqualTo(404);
        assertThat(get(survivor, "/plan").json().has(OTHERS)).isFalse();
        assertThat(get(survivor, "").json().has("toSettle")).isFalse();
    }

    private List<String> waiting() {
        return Place.listOf(
                        done(place().running.get("/sites/" + place().site + "/intake-queue?limit=200", supervisor()))
                                .json()
                                .path("waiting"))
                .stream()
                .map(line -> line.path("participant").asString())
                .toList();
    }

    private List<String> announced(String participant, String aggregate) {
        return place().announced(participant, aggregate).stream()
                .map(entry -> entry.getString("event"))
                .toList();
    }

    @Test
    @DisplayName(
            "H8 Y11 Y6 L10 one person is warned of once and exits once; un-merged, the other exits too, dated back as if nothing had been")
    void alerts() {
        String alias = withAFullFile(80);
        String survivor = withAFullFile(80);
        LocalDate given = place().today();
        LocalDate review = LocalDate.parse(
                get(survivor, "/plan").json().path("reviewDueOn").asString());
        merge(alias, survivor);
        BusinessClock clock = place().running.bean(BusinessClock.class);
        Instant end = given.plusDays(90).atStartOfDay(Place.ZONE).toInstant();
        clock.moveTo(end.minusSeconds(3600));
        await().atMost(SOON).until(() -> announced(survivor, "enrolment").contains("exit-warned"));
        LocalDate past = review.isAfter(given.plusDays(91)) ? review : given.plusDays(91);
        clock.moveTo(past.plusDays(2).atStartOfDay(Place.ZONE).toInstant());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(announced(survivor, "enrolment")).contains("exited");
            assertThat(announced(survivor, "plan")).contains("plan-review-overdue");
            assertThat(announced(survivor, "custody")).contains("near-release-reached");
        });
        clock.moveTo(past.plusDays(4).atStartOfDay(Place.ZONE).toInstant());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(rows("/reports/follow-ups?withinDays=400", survivor)).hasSize(5);
            assertThat(rows("/reports/exit-alert", survivor)).isEmpty();
            assertThat(rows("/reports/exit-alert", alias)).isEmpty();
        });
        assertThat(announced(alias, "enrolment")).doesNotContain("exit-warned", "exited");
        assertThat(announced(alias, "plan")).doesNotContain("plan-review-overdue");
        assertThat(announced(alias, "custody")).doesNotContain("near-release-reached");

        unmerge(alias);
        clock.moveTo(past.plusDays(6).atStartOfDay(Place.ZONE).toInstant());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(announced(alias, "enrolment")).contains("exited");
            assertThat(announced(alias, "plan")).contains("plan-review-overdue");
            assertThat(announced(alias, "custody")).contains("near-release-reached");
            assertThat(get(alias, "/enrolment").json().path("exit").path("on").asString())
                    .isEqualTo(given.toString());
        });
    }
}
