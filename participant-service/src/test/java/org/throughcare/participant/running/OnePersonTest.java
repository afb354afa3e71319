package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** One person with two records, and through whom somebody is reached, over HTTP. */
@Tag("once")
class OnePersonTest extends AtAPlace {

    private String jail() {
        return place().token(place().jailWorker);
    }

    private Answer post(String path, Object body) {
        return place().running.post("/participants/" + path, jail(), body);
    }

    private Answer get(String path) {
        return place().running.get("/participants/" + path, jail());
    }

    private Answer merge(String alias, String into) {
        return post(alias + "/merge", Map.of("into", into));
    }

    private static String refusedBy(Answer answer) {
        return answer.status() + " " + answer.json().path("rule").asString("");
    }

    @Test
    @DisplayName("H8 merged, both ids read as the survivor; unmerged, each has what was recorded under it")
    void mergeAndBack() {
        String alias = place().takenIn();
        String survivor = place().takenIn();
        assertThat(place().running
                        .put(
                                "/participants/" + alias + "/custody",
                                jail(),
                                Map.of("facility", "County Jail", "since", "2025-01-15"))
                        .status())
                .isEqualTo(201);
        JsonNode aliasBefore = get(alias).json();
        JsonNode survivorBefore = get(survivor).json();
        JsonNode custodyBefore = get(alias + "/custody").json();

        assertThat(merge(alias, survivor).status()).isEqualTo(200);
        assertThat(get(alias).json()).isEqualTo(get(survivor).json());
        assertThat(get(alias).json().path("id").asString()).isEqualTo(survivor);
        assertThat(get(survivor).json().path("aliases").toString()).contains(alias);
        assertThat(get(alias + "?own=true").json().path("mergedInto").asString())
                .isEqualTo(survivor);
        assertThat(get(survivor + "/custody").json().path("participant").asString())
                .isEqualTo(alias);
        assertThat(get(survivor + "/identifiers").json().path("identifiers").size())
                .isEqualTo(2);

        assertThat(refusedBy(post(alias + "/custody/projected-release", Map.of("source", "PARTICIPANT"))))
                .isEqualTo("409 H8");
        assertThat(refusedBy(post(alias + "/site", Map.of("site", place().site))))
                .isEqualTo("409 H8");

        assertThat(post(alias + "/unmerge", Map.of()).status()).isEqualTo(200);
        assertThat(get(alias).json()).isEqualTo(aliasBefore);
        assertThat(get(survivor).json()).isEqualTo(survivorBefore);
        assertThat(get(alias + "/custody").json()).isEqualTo(custodyBefore);
        assertThat(get(survivor + "/custody").status()).isEqualTo(404);
        assertThat(post(alias + "/custody/projected-release", Map.of("source", "PARTICIPANT"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("H8 mutual and circular merges are refused, and what is refused leaves no trace")
    void circles() {
        String one = place().takenIn();
        String two = place().takenIn();
        String three = place().takenIn();
        assertThat(merge(one, two).status()).isEqualTo(200);
        assertThat(refusedBy(merge(two, one))).isEqualTo("422 H8");
        assertThat(refusedBy(merge(two, three))).isEqualTo("409 H8");
        assertThat(get(three).json().path("aliases").size()).isZero();
        assertThat(merge(three, two).status()).isEqualTo(200);
        assertThat(refusedBy(merge(one, one))).isEqualTo("422 H8");
        assertThat(refusedBy(merge(two, id()))).isEqualTo("422 H8");
        assertThat(get(one).json().path("id").asString()).isEqualTo(two);
        assertThat(get(three).json().path("id").asString()).isEqualTo(two);
    }

    @Test
    @DisplayName("H8 two records merged into one another at the same moment, twenty times over, never end in a circle")
    void race() throws Exception {
        for (int round = 0; round < 20; round++) {
            String one = place().takenIn();
            String two = place().takenIn();
            List<Future<Answer>> asked = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                asked.add(threads.submit(() -> merge(one, two)));
                asked.add(threads.submit(() -> merge(two, one)));
            }
            int merged = 0;
            for (Future<Answer> each : asked) {
                merged += each.get().status() == 200 ? 1 : 0;
            }
            JsonNode first = get(one + "?own=true").json();
            JsonNode second = get(two + "?own=true").json();
            assertThat(first.has("mergedInto") && second.has("mergedInto"))
                    .as("a circle")
                    .isFalse();
            assertThat((first.has("mergedInto") ? 1 : 0) + (second.has("mergedInto") ? 1 : 0))
                    .isEqualTo(merged);
            assertThat(first.path("aliases").size() + second.path("aliases").size())
                    .isEqualTo(merged);
        }
    }

    @Test
    @DisplayName("H8 merge and un-merge are announced with the alias and the survivor, and what is refused is not")
    void announced() {
        String alias = place().takenIn();
        String survivor = place().takenIn();
        merge(alias, survivor);
        merge(survivor, alias);
        post(alias + "/unmerge", Map.of());
        await().atMost(SOON).until(() -> place().announced(alias, "participant").size() == 3);
        assertThat(place().announced(alias, "participant"))
                .extracting(each -> each.getString("event"))
                .containsExactly("intake-completed", "participant-merged", "merge-undone");
        Document merged = Objects.requireNonNull(
                place().announced(alias, "participant").get(1).get("snapshot", Document.class));
        assertThat(merged.getString("id")).isEqualTo(alias);
        assertThat(merged.getString("mergedInto")).isEqualTo(survivor);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(place().announced(survivor, "participant"))
                        .extracting(each -> each.getString("event"))
                        .containsExactly("intake-completed", "alias-taken", "alias-given-back"));
    }

    @Test
    @DisplayName(
            "H8 who is known by another name is found by it, as the one who stands for both records, with the reasons")
    void foundByAlias() {
        String married = id();
        String maiden = id();
        LocalDate born = LocalDate.of(1984, 8, 14);
        place().intake(maiden, place().identity("Philomena", "Quigley", born, "219-52-7001"));
        place().intake(married, place().identity("Philomena", "Zabriskie", born, "219-52-7002"));
        assertThat(merge(maiden, married).status()).isEqualTo(200);
        JsonNode candidates = place().running
                .post(
                        "/participants/duplicate-check",
                        jail(),
                        place().identity("Filomena", "Quigly", born, "219-52-7001"))
                .json()
                .path("candidates");
        assertThat(candidates.size()).isEqualTo(1);
        assertThat(candidates.path(0).path("participant").asString()).isEqualTo(married);
        assertThat(candidates.path(0).path("score").asInt()).isEqualTo(100);
        assertThat(candidates.path(0).path("reasons").toString())
                .contains("social security number", "sounds alike", "same day", "Philomena Quigley");
    }

    @Test
    @DisplayName("H8 for someone on record the likely duplicates are listed, without those found to be others")
    void duplicatesOfOne() {
        String one = id();
        String cousin = id();
        LocalDate born = LocalDate.of(1975, 12, 1);
        place().intake(one, place().identity("Leopold", "Wojcik", born, "219-53-7001"));
        assertThat(get(one + "/duplicates").json().path("candidates").size()).isZero();
        Map<String, Object> intake = Map.of(
                "identity",
                place().identity("Leopold", "Wojcik", born, "219-53-7002"),
                "site",
                place().site,
                "notTheSameAs",
                List.of(one),
                "becauseTheyDiffer",
                "cousins, both were here");
        assertThat(place().running
                        .put("/participants/" + cousin, jail(), intake)
                        .status())
                .isEqualTo(201);
        assertThat(get(one + "/duplicates")
                        .json()
                        .path("candidates")
                        .path(0)
                        .path("participant")
                        .asString())
                .isEqualTo(cousin);
        assertThat(get(cousin + "/duplicates").json().path("candidates").size()).isZero();
    }

    private static Map<String, Object> phone(String owner, int rank, @Nullable String until) {
        Map<String, Object> contact = new HashMap<>(Map.of(
                "id",
                id(),
                "kind",
                "PHONE",
                "value",
                "555-010" + rank,
                "owner",
                owner,
                "stable",
                owner.equals("PERSON"),
                "mayBeCalled",
                true,
                "rank",
                rank));
        if (owner.equals("PERSON")) {
            contact.put("personName", "Ann");
            contact.put("relationship", "aunt");
        }
        if (until != null) {
            contact.put("until", until);
        }
        return contact;
    }

    @Test
    @DisplayName("L9 the order in which to try somebody is worked out for a day, with what is left out of it")
    void contactOrder() {
        String id = place().takenIn();
        LocalDate today = place().today();
        Answer planned = place().running
                .put(
                        "/participants/" + id + "/contact-plan",
                        jail(),
                        Map.of("contacts", List.of(phone("SELF", 2, today.toString()), phone("PERSON", 1, null))),
                        "If-Match",
                        "\"1\"");
        assertThat(planned.status()).as(planned.http().body()).isEqualTo(200);
        JsonNode order = get(id + "/contact-order").json();
        assertThat(order.path("day").asString()).isEqualTo(today.toString());
        assertThat(order.path("toTry").size()).isEqualTo(2);
        assertThat(order.path("toTry").path(0).path("because").asString()).isEqualTo("the participant's own");
        JsonNode tomorrow = get(id + "/contact-order?day=" + today.plusDays(1)).json();
        assertThat(tomorrow.path("toTry").size()).isEqualTo(1);
        assertThat(tomorrow.path("leftOut").path(0).path("because").asString())
                .isEqualTo("it was valid until " + today);
        assertThat(tomorrow.path("stableReachable").asBoolean()).isTrue();
    }

    private @Nullable String administrator;

    private String administrator() {
        if (administrator == null) {
            administrator = place().worker("GRANTEE_ADMINISTRATOR", "COMMUNITY");
        }
        return administrator;
    }

    @Test
    @DisplayName(
            "L14 N15 the officer and the reporting times go on record once, and move along to another site and programme")
    void supervisionMovesAlong() {
        String id = place().takenIn();
        String elsewhere = place().site("SAME_STAFF");
        String agency = id();
        Map<String, Object> weekly =
                Map.of("id", id(), "day", "TUESDAY", "begins", "09:00", "ends", "09:30", "from", "2026-01-01");
        Map<String, Object> supervision = Map.of(
                "officer",
                "J. Ortiz",
                "agency",
                "County Probation",
                "recipient",
                agency,
                "phone",
                "555-0142",
                "from",
                "2026-01-01",
                "reporting",
                List.of(weekly));
        Answer recorded =
                place().running.put("/participants/" + id + "/supervision", jail(), supervision, "If-Match", "\"1\"");
        assertThat(recorded.status()).as(recorded.http().body()).isEqualTo(200);
        await().atMost(SOON).until(() -> place().announced(id, "participant").size() == 2);
        Document told = Objects.requireNonNull(
                place().announced(id, "participant").getLast().get("snapshot", Document.class));
        assertThat(told.toJson()).contains("TUESDAY", agency).doesNotContain("Ortiz", "555-0142");
        assertThat(post(id + "/site", Map.of("site", elsewhere)).status()).isEqualTo(200);
        JsonNode there = place().running
                .get("/participants/" + id, place().token(administrator()))
                .json();
        assertThat(there.path("site").asString()).isEqualTo(elsewhere);
        assertThat(there.path("supervision").path("officer").asString()).isEqualTo("J. Ortiz");
        assertThat(there.path("supervision").path("reporting").size()).isEqualTo(1);
    }
}
