package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** The life of a participant's file, over HTTP and with everything that follows by events. */
@Tag("once")
class ParticipantLifecycleTest extends AtAPlace {

    private JsonNode handover(String participant) {
        return place().caseOf(participant).json().path("handover");
    }

    @Test
    @DisplayName("H8 one intake: the same person is noticed, the same number refused, the same request answered alike")
    void intake() {
        String id = id();
        Map<String, Object> identity =
                place().identity("Catherine", "Schmidt", LocalDate.of(1990, 4, 7), "219-46-6789");
        Answer first = place().intake(id, identity);
        assertThat(first.status()).as(first.http().body()).isEqualTo(201);
        assertThat(first.json().path("caseNumber").asString()).matches("\\w{3}-\\w{4}");
        assertThat(place().intake(id, identity).json()).isEqualTo(first.json());

        Answer check = place().running
                .post(
                        "/participants/duplicate-check",
                        place().token(place().communityWorker),
                        place().identity("Katherine", "Shmidt", LocalDate.of(1990, 4, 7), "219-46-0001"));
        assertThat(check.json().path("candidates").path(0).path("participant").asString())
                .isEqualTo(id);
        assertThat(check.json().path("candidates").path(0).path("reasons")).isNotEmpty();

        Answer duplicate = place().intake(id(), identity);
        assertThat(duplicate.status()).isEqualTo(409);
        assertThat(duplicate.problem()).isEqualTo("likely-duplicate");

        Answer sameNumber = place().running
                .put(
                        "/participants/" + id(),
                        place().token(place().jailWorker),
                        Map.of(
                                "identity",
                                identity,
                                "site",
                                place().site,
                                "notTheSameAs",
                                List.of(id),
                                "becauseTheyDiffer",
                                "a cousin of the same name"));
        assertThat(sameNumber.status()).isEqualTo(409);
        assertThat(sameNumber.json().path("rule").asString()).isEqualTo("H8");
    }

    @Test
    @DisplayName("H8 neither a number nor a date of birth stands in the store, the journal or an event in the open")
    void sealed() {
        String id = id();
        assertThat(place().intake(id, place().identity("Sealed", "Person", LocalDate.of(1981, 11, 23), "219-77-4242"))
                        .status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> !journal(id).isEmpty());
        List<Document> all = new ArrayList<>(journal(id));
        all.addAll(place().inScope(() -> Place.listOf(place().running
                .bean(TenantDatabases.class)
                .current()
                .getCollection("participant")
                .find(new Document("_id", id)))));
        String stored = all.stream().map(Document::toJson).collect(Collectors.joining());
        assertThat(stored).contains("Sealed").doesNotContain("219774242", "219-77-4242", "1981-11-23");
        Answer open = place().running.get("/participants/" + id + "/identifiers", place().token(place().jailWorker));
        assertThat(open.json().path("dateOfBirth").asString()).isEqualTo("1981-11-23");
        assertThat(open.json().path("identifiers").path(0).path("value").asString())
                .isEqualTo("219774242");
    }

    private List<Document> journal(String id) {
        return place().inScope(() -> Place.listOf(place().running
                .bean(TenantDatabases.class)
                .journal()
                .getCollection("journal")
                .find(new Document("aggregateId", id))));
    }

    @Test
    @DisplayName("L9 a contact plan has exactly one stable relative, and says which revision it replaces")
    void contactPlan() {
        String id = place().takenIn();
        Map<String, Object> ann = Map.of(
                "id",
                id(),
                "kind",
                "PHONE",
                "value",
                "555-0100",
                "owner",
                "PERSON",
                "personName",
                "Ann",
                "relationship",
                "aunt",
                "stable",
                true,
                "mayBeCalled",
                true,
                "rank",
                1);
        String path = "/participants/" + id + "/contact-plan";
        String token = place().token(place().jailWorker);
        assertThat(place().running
                        .put(path, token, Map.of("contacts", List.of(ann)))
                        .status())
                .isEqualTo(428);
        assertThat(place().running
                        .put(path, token, Map.of("contacts", List.of()), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        Answer planned = place().running.put(path, token, Map.of("contacts", List.of(ann)), "If-Match", "\"1\"");
        assertThat(planned.status()).as(planned.http().body()).isEqualTo(200);
        assertThat(planned.json().path("callOrder").size()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "L15 a release opens a handover keyed by it; withdrawn, the handover goes; recorded anew, there is another")
    void flapping() {
        String id = place().withCase("");
        String first = id();
        assertThat(place().release(id, first).status()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> handover(id).path("release").asString("").equals(first));
        assertThat(handover(id).path("state").asString()).isEqualTo("OPEN");

        Answer withdrawn = place().running
                .post(
                        "/participants/" + id + "/custody/releases/" + first + "/withdrawal",
                        place().token(place().jailWorker),
                        Map.of());
        assertThat(withdrawn.status()).as(withdrawn.http().body()).isEqualTo(200);
        assertThat(withdrawn.json().has("release")).isFalse();
        await().atMost(SOON).until(() -> handover(id).path("state").asString("").equals("WITHDRAWN"));

        String second = id();
        assertThat(place().release(id, second).status()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> handover(id).path("release").asString("").equals(second)
                        && handover(id).path("state").asString("").equals("OPEN"));
        Answer accepted = place().running
                .post(
                        "/participants/" + id + "/case/handover/acceptance",
                        place().token(place().communityWorker),
                        Map.of("withoutBecause", "released by surprise"));
        assertThat(accepted.status()).as(accepted.http().body()).isEqualTo(200);
        assertThat(accepted.json().path("primary").asString()).isEqualTo(place().communityWorker);
        assertThat(place().caseOf(id).status())
                .as("the jail still sees how it goes")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("L15 a withdrawal that arrives before its release: the release then changes nothing")
    void withdrawalFirst() {
        String id = place().withCase("");
        String release = id();
        assertThat(place().running
                        .post(
                                "/participants/" + id + "/custody/releases/" + release + "/withdrawal",
                                place().token(place().jailWorker),
                                Map.of("reason", "entered for the wrong person"))
                        .status())
                .isEqualTo(200);
        Answer recorded = place().release(id, release);
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(recorded.json().path("population").asString()).isEqualTo("IN_CUSTODY");
    }

    @Test
    @DisplayName("C7 a release of information stands for what it names, and not a moment after it is revoked")
    void consent() {
        String id = place().takenIn();
        String partner = id();
        String consent = id();
        String token = place().token(place().jailWorker);
        Answer signed = place().running
                .put(
                        "/consents/" + consent,
                        token,
                        Map.of(
                                "participant",
                                id,
                                "recipient",
                                partner,
                                "recipientName",
                                "Harbor House",
                                "purpose",
                                "a place to live",
                                "kinds",
                                List.of("IDENTITY", "HOUSING_NEED"),
                                "signedOn",
                                place().today().toString(),
                                "signature",
                                Place.signature()));
        assertThat(signed.status()).as(signed.http().body()).isEqualTo(201);
        String asking = "/participants/" + id + "/consents/standing?recipient=" + partner + "&kind=";
        assertThat(place().running
                        .get(asking + "IDENTITY,HOUSING_NEED", token)
                        .json()
                        .path("stands")
                        .asBoolean())
                .isTrue();
        assertThat(place().running
                        .get(asking + "IDENTITY,HEALTH", token)
                        .json()
                        .path("stands")
                        .asBoolean())
                .isFalse();
        assertThat(place().running
                        .post("/consents/" + consent + "/revocation", token, null)
                        .status())
                .isEqualTo(200);
        assertThat(place().running
                        .get(asking + "IDENTITY", token)
                        .json()
                        .path("stands")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("L10 the list shows people by population and by the beginning of a name, page by page")
    void roster() {
        String id = id();
        assertThat(place().intake(id, place().identity("Zénobie", "Öztürk", LocalDate.of(1971, 2, 3), "219-31-1111"))
                        .status())
                .isEqualTo(201);
        String token = place().token(place().jailWorker);
        await().atMost(SOON)
                .until(() -> place().running
                        .get("/participants?q=ozt", token)
                        .json()
                        .path("participants")
                        .path(0)
                        .path("participant")
                        .asString("")
                        .equals(id));
        assertThat(place().running
                        .get("/participants?q=zturk", token)
                        .json()
                        .path("participants")
                        .size())
                .isZero();
        place().takenIn();
        await().atMost(SOON)
                .until(() -> place().running
                        .get("/participants?limit=1", token)
                        .json()
                        .has("next"));
        String next = place().running
                .get("/participants?limit=1", token)
                .json()
                .path("next")
                .asString();
        assertThat(place().running
                        .get("/participants?limit=1&cursor=" + next, token)
                        .json()
                        .path("participants")
                        .size())
                .isEqualTo(1);
        assertThat(place().running.get("/participants?cursor=%25", token).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("L2 of eight cases opened at once for a worker with three places left exactly three are opened")
    void caseloadRace() throws Exception {
        String worker = place().worker("JAIL_CASE_MANAGER", "JAIL");
        String token = place().token(worker);
        for (int i = 0; i < 37; i++) {
            assertThat(place().running
                            .put("/participants/" + place().takenIn() + "/case", token, Map.of())
                            .status())
                    .isEqualTo(201);
        }
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(place().takenIn());
        }
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String each : people) {
                asked.add(
                        threads.submit(() -> place().running.put("/participants/" + each + "/case", token, Map.of())));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> each : asked) {
            statuses.add(each.get().status());
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
        Answer past = place().running
                .put(
                        "/participants/" + people.get(statuses.indexOf(409)) + "/case",
                        place().token(place().supervisor),
                        Map.of("primary", worker, "overLimitBecause", "nobody else speaks the language"));
        assertThat(past.status()).as(past.http().body()).isEqualTo(201);
    }

    @Test
    @DisplayName("L7 a site that changes its model takes its open cases along")
    void siteModel() {
        String id = place().withCase("");
        for (String model : List.of("MIXED", "TRANSITION")) {
            place().changeModel(model);
            await().atMost(SOON).until(() -> place().modelOf(id).equals(model));
        }
    }
}
