package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.done;
import static org.throughcare.participant.running.Place.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.testing.RunningService.Answer;

/** What must hold when two ask at once, when the wrong one asks, and when the same is asked again. */
class GuardsAndRacesTest extends AtAPlace {

    private String jail() {
        return place().token(place().jailWorker);
    }

    @Test
    @DisplayName(
            "H8 one person taken in eight times at the same moment, spelt in two ways and without a number, is on record once")
    void intakeRace() throws Exception {
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Map<String, Object> identity = Map.of(
                        "givenName",
                        i % 2 == 0 ? "Jeffrey" : "Geoffrey",
                        "familyName",
                        "Maddox",
                        "dateOfBirth",
                        "1988-05-17");
                asked.add(threads.submit(() -> place().intake(id(), identity)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> each : asked) {
            statuses.add(each.get().status());
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
    }

    @Test
    @DisplayName(
            "H8 an intake refused as a duplicate is nobody's turn any more: with the reason it goes through at once")
    void turnGivenUp() {
        Map<String, Object> identity =
                Map.of("givenName", "Wendell", "familyName", "Quartermain", "dateOfBirth", "1979-02-03");
        String first = id();
        assertThat(place().intake(first, identity).status()).isEqualTo(201);
        assertThat(place().intake(id(), identity).problem()).isEqualTo("likely-duplicate");
        Answer cousin = place().running
                .put(
                        "/participants/" + id(),
                        jail(),
                        Map.of(
                                "identity",
                                identity,
                                "site",
                                place().site,
                                "notTheSameAs",
                                List.of(first),
                                "becauseTheyDiffer",
                                "cousins, both were here"));
        assertThat(cousin.status()).as(cousin.http().body()).isEqualTo(201);
    }

    @Test
    @DisplayName("H8 a correction that came too late claims no number: whoever has it can still be taken in")
    void staleCorrection() {
        String one = place().takenIn();
        Map<String, Object> wrong = place().identity("Ottilie", "Vance", LocalDate.of(1966, 6, 6), "219-88-5151");
        Answer stale = place().running.post("/participants/" + one + "/identity", jail(), wrong, "If-Match", "\"9\"");
        assertThat(stale.status()).isEqualTo(412);
        Answer other =
                place().intake(id(), place().identity("Barnaby", "Okonkwo", LocalDate.of(1991, 1, 9), "219-88-5151"));
        assertThat(other.status()).as(other.http().body()).isEqualTo(201);
    }

    @Test
    @DisplayName("Whom a duplicate check shows is on record as read")
    void duplicateCheckIsAudited() {
        String one = id();
        Map<String, Object> identity =
                Map.of("givenName", "Ignatius", "familyName", "Rutledge", "dateOfBirth", "1983-03-30");
        assertThat(place().intake(one, identity).status()).isEqualTo(201);
        Answer check =
                place().running.post("/participants/duplicate-check", place().token(place().communityWorker), identity);
        assertThat(check.json().path("candidates").size()).isEqualTo(1);
        await().atMost(SOON).until(() -> reads(one, place().communityWorker).contains("duplicate check"));
    }

    private List<String> reads(String participant, String who) {
        return place()
                .inScope(() -> Place.listOf(place().running
                        .bean(TenantDatabases.class)
                        .current()
                        .getCollection("reads")
                        .find(new Document("participant", participant))))
                .stream()
                .filter(each -> String.valueOf(each.getString("who")).contains(who))
                .map(each -> String.valueOf(each.getString("what")))
                .toList();
    }

    private Map<String, Object> staff(String name) {
        return Map.of(
                "name", name,
                "role", "JAIL_CASE_MANAGER",
                "zone", Place.ZONE.getId(),
                "sites", List.of(place().site),
                "settings", List.of("JAIL"));
    }

    @Test
    @DisplayName(
            "A staff record is replaced only by who looked at it, and going back to what it said before is a change too")
    void staffRecord() {
        String path = "/staff/" + id();
        assertThat(place().asSystem("PUT", path, staff("Before")).status()).isEqualTo(201);
        assertThat(place().asSystem("PUT", path, staff("Before")).status()).isEqualTo(200);
        assertThat(place().asSystem("PUT", path, staff("After")).status()).isEqualTo(428);
        String admin = place().token(administrator());
        assertThat(place().running
                        .put(path, admin, staff("After"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(place().running
                        .put(path, admin, staff("Before"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(place().running.put(path, admin, staff("Before")).status()).isEqualTo(428);
        Answer back = place().running.put(path, admin, staff("Before"), "If-Match", "\"2\"");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().path("name").asString()).isEqualTo("Before");
    }

    private String administrator() {
        return place().worker("GRANTEE_ADMINISTRATOR", "COMMUNITY");
    }

    @Test
    @DisplayName("L7 saying anew what a site is does not change its staffing model in silence")
    void siteModel() {
        String site = place().site("TRANSITION");
        Map<String, Object> body = Map.of(
                "name",
                "Three Rivers",
                "town",
                "Springfield",
                "zone",
                Place.ZONE.getId(),
                "staffingModel",
                "MIXED",
                "places",
                List.of(Map.of("id", id(), "name", "Job Center", "setting", "COMMUNITY")));
        String admin = place().token(administrator());
        assertThat(place().running.put("/sites/" + site, admin, body).status()).isEqualTo(428);
        Answer refused = place().running.put("/sites/" + site, admin, body, "If-Match", "\"1\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L7");
        assertThat(refused.json().path("allowed").toString()).contains("staffing-model");
    }

    @Test
    @DisplayName("C6 nobody who is not at work joins a team, is introduced, or is handed a case")
    void strangers() {
        String id = place().withCase("");
        String path = "/participants/" + id + "/case";
        String stranger = id();
        assertThat(place().running
                        .post(
                                path + "/team",
                                jail(),
                                Map.of("staff", stranger, "role", "SECONDARY", "setting", "COMMUNITY"))
                        .status())
                .isEqualTo(422);
        assertThat(place().running
                        .post(
                                path + "/introductions",
                                jail(),
                                Map.of(
                                        "id",
                                        id(),
                                        "kind",
                                        "VISIT",
                                        "staff",
                                        stranger,
                                        "on",
                                        place().today().toString()))
                        .status())
                .isEqualTo(422);
        assertThat(place().running
                        .post(path + "/handover", jail(), Map.of("id", id(), "to", stranger))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "C7 nothing is not covered by any release of information, and no date is so far that it breaks anything")
    void consentEdges() {
        String id = place().takenIn();
        String asking = "/participants/" + id + "/consents/standing?recipient=" + id() + "&kind=";
        assertThat(place().running.get(asking, jail()).status()).isEqualTo(400);
        Map<String, Object> body = new HashMap<>(Map.of(
                "participant",
                id,
                "recipient",
                id(),
                "recipientName",
                "Harbor House",
                "purpose",
                "a place to live",
                "kinds",
                List.of("IDENTITY"),
                "signedOn",
                place().today().toString(),
                "signature",
                Place.signature()));
        assertThat(place().running
                        .post(
                                "/participants/" + id + "/assessment/parts",
                                jail(),
                                "{\"part\":{\"is\":\"BasicSkills\",\"scores\":[{\"id\":\"1\"}]}}")
                        .status())
                .isBetween(400, 422);
        body.put("expiresOn", "+999999999-12-31");
        assertThat(place().running.put("/consents/" + id(), jail(), body).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("L12 a supervisor's say over staff ends with the sites they work at")
    void otherSitesSupervisor() {
        String elsewhere = place().site("TRANSITION");
        String supervisor = id();
        Map<String, Object> body = Map.of(
                "name", "Elsewhere",
                "role", "SUPERVISOR",
                "zone", Place.ZONE.getId(),
                "sites", List.of(elsewhere),
                "settings", List.of("COMMUNITY"));
        assertThat(place().asSystem("PUT", "/staff/" + supervisor, body).status())
                .isEqualTo(201);
        String token = place().token(supervisor);
        String path = "/staff/" + place().jailWorker;
        assertThat(place().running.get(path + "/caseload", token).status()).isEqualTo(403);
        assertThat(place().running.get(path + "/departure/preview", token).status())
                .isEqualTo(403);
        assertThat(place().running
                        .post(
                                path + "/departure",
                                token,
                                Map.of(
                                        "lastDay",
                                        place().today().toString(),
                                        "successors",
                                        List.of(),
                                        "reason",
                                        "none of theirs"))
                        .status())
                .isEqualTo(403);
        assertThat(place().running
                        .post(path + "/clearance", token, Map.of("state", "REVOKED"))
                        .status())
                .isEqualTo(403);
        assertThat(place().running
                        .get(path + "/caseload", place().token(place().supervisor))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("L7 a handover to somebody who has left since can be accepted by somebody else")
    void awaitedOneLeft() {
        String id = place().withCase("");
        String path = "/participants/" + id + "/case";
        String gone = place().worker("COMMUNITY_CASE_MANAGER", "COMMUNITY");
        assertThat(place().running
                        .post(path + "/handover", jail(), Map.of("id", id(), "to", gone))
                        .status())
                .isEqualTo(200);
        Map<String, Object> accepting = Map.of("withoutBecause", "taken over at short notice");
        String other = place().token(place().communityWorker);
        assertThat(place().running
                        .post(path + "/handover/acceptance", other, accepting)
                        .status())
                .isEqualTo(409);
        assertThat(place().running
                        .post(
                                "/staff/" + gone + "/departure",
                                place().token(place().supervisor),
                                Map.of(
                                        "lastDay",
                                        place().today().minusDays(1).toString(),
                                        "successors",
                                        List.of(),
                                        "reason",
                                        "moves away"))
                        .status())
                .isEqualTo(200);
        Answer accepted = place().running.post(path + "/handover/acceptance", other, accepting);
        assertThat(accepted.status()).as(accepted.http().body()).isEqualTo(200);
        assertThat(accepted.json().path("primary").asString()).isEqualTo(place().communityWorker);
    }

    @Test
    @DisplayName("L7 a case that was closed while its site changed its model follows it when it is taken up again")
    void reopenedLater() {
        String id = place().withCase("");
        String path = "/participants/" + id + "/case";
        done(place().running.post(path + "/closure", jail(), null));
        place().changeModel("MIXED");
        String marker = place().withCase("");
        await().atMost(SOON).until(() -> place().modelOf(marker).equals("MIXED"));
        done(place().asSystem(
                        "POST",
                        "/staff/" + place().jailWorker + "/clearance",
                        Map.of("state", "VALID", "validUntil", place().today().toString())));
        done(place().running.post(path + "/reopening", jail(), Map.of()));
        await().atMost(SOON).until(() -> place().modelOf(id).equals("MIXED"));
        place().changeModel("TRANSITION");
    }
}
